package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.ApplicationScoped;

/** Serves all callers at once. */
@ApplicationScoped
public class ApplicationBean extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
