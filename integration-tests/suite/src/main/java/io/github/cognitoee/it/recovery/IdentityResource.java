package io.github.cognitoee.it.recovery;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdentityPoolRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.function.Supplier;

/** Tells the caller's identity id after their credentials were resolved, or what was thrown. Open to all. */
@Path("identity")
@RequestScoped
public class IdentityResource {

    @Inject
    private CognitoIdentity identity;

    @GET
    public String identity(@QueryParam("role") String role) {
        CognitoIdentity inRole = role == null ? identity : identity.withRole(role);
        return orRefusal(() -> {
            inRole.credentials().resolveCredentials();
            return inRole.identityId();
        });
    }

    private static String orRefusal(Supplier<String> question) {
        try {
            return question.get();
        } catch (IdentityPoolRefusedException e) {
            return e.reason() + ": " + e.getMessage();
        } catch (CognitoException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
