package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.SessionScoped;

/** Lives as long as a session, in which another caller may be signed in later. */
@SessionScoped
public class SessionBean extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
