package io.github.cognitoee.it.recovery;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.IssuedRole;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.function.Supplier;

/** Tells who the caller is to AWS after their credentials were resolved, or what was thrown. Open to all. */
@Path("identity")
@RequestScoped
public class IdentityResource {

    @Inject
    private CognitoIdentity identity;

    @GET
    public String identity(@QueryParam("role") String role) {
        return orRefusal(() -> {
            inRole(role).credentials().resolveCredentials();
            return inRole(role).identityId();
        });
    }

    @GET
    @Path("key")
    public String accessKey() {
        return orRefusal(() -> identity.credentials().resolveCredentials().accessKeyId());
    }

    @GET
    @Path("role")
    public String role(@QueryParam("role") String role) {
        return orRefusal(() -> {
            IssuedRole issued = inRole(role).role();
            return issued.choice() + " " + issued.arn();
        });
    }

    private CognitoIdentity inRole(String role) {
        return role == null ? identity : identity.withRole(role);
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
