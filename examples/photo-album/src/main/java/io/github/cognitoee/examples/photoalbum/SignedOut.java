package io.github.cognitoee.examples.photoalbum;

import java.net.URI;

/**
 * The session has ended here.
 *
 * @param location where the browser has to go, so that it ends at Cognito too
 */
public record SignedOut(URI location) {}
