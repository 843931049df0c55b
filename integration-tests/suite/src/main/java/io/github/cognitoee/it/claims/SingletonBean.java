package io.github.cognitoee.it.claims;

import jakarta.inject.Singleton;

/** Serves all callers at once, without a client proxy. */
@Singleton
public class SingletonBean extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
