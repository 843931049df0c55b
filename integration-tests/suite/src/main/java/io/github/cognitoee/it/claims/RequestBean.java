package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.RequestScoped;

/** Lives as long as a request. */
@RequestScoped
public class RequestBean extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
