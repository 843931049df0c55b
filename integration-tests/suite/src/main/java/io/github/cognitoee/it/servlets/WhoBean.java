package io.github.cognitoee.it.servlets;

import io.github.cognitoee.CognitoCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One bean for all callers. */
@ApplicationScoped
public class WhoBean {

    @Inject
    private CognitoCaller caller;

    String who() {
        return caller.username().orElse("nobody");
    }
}
