package io.github.cognitoee.it.pools;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The caller and their credentials, in lines of {@code key=value}. */
@Path("caller")
@RequestScoped
public class CallerResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    @GET
    @RolesAllowed("users")
    public String caller() {
        return """
                name=%s
                issuer=%s
                sub=%s
                identityId=%s
                accessKeyId=%s
                """
                .formatted(
                        caller.name().orElse(""),
                        caller.issuer().orElse(""),
                        caller.sub().orElse(""),
                        identity.identityId(),
                        identity.credentials().resolveCredentials().accessKeyId());
    }
}
