package io.github.cognitoee.it.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** A pooled EJB: instances serve one caller after another. */
@Stateless
@PermitAll
public class StatelessEjb extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
