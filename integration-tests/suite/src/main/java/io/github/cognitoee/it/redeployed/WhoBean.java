package io.github.cognitoee.it.redeployed;

import io.github.cognitoee.CognitoCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** For members of {@code users}. */
@Stateless
@RolesAllowed("users")
public class WhoBean {

    @Inject
    private CognitoCaller caller;

    public String name() {
        return caller.name().orElse("nobody");
    }
}
