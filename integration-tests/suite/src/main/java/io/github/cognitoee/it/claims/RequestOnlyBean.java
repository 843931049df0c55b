package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.RequestScoped;

/** Lives as long as a request, so that claims may be read when it is made. */
@RequestScoped
public class RequestOnlyBean extends ReadOnce {}
