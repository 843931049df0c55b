package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Tells the caller from a pooled bean: instances serve one caller after another. */
@Stateless
@PermitAll
public class PooledWitness {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    public String seen() {
        return Testimony.of(caller, identity);
    }
}
