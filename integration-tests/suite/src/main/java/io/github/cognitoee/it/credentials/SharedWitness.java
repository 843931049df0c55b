package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the caller from the one bean that serves all callers at once. */
@ApplicationScoped
public class SharedWitness {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    public String seen() {
        return Testimony.of(caller, identity);
    }
}
