package io.github.cognitoee.internal.config;

import java.net.URI;

/**
 * What the application publishes about itself as a protected resource (RFC 9728).
 *
 * @param resource its identifier: the https URL under which clients know it
 * @param name for people to read; empty for none
 */
public record ProtectedResource(URI resource, String name) {}
