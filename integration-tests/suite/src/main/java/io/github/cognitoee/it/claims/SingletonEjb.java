package io.github.cognitoee.it.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;

/** The EJB that serves all callers. */
@Singleton
@PermitAll
public class SingletonEjb extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
