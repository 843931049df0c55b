package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IssuedRole;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** In which role the caller acts on AWS, and in which ones they may. */
@Path("aws-roles")
@RequestScoped
public class AwsRolesResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    /** What the token says. */
    @GET
    public String held() {
        return caller.awsRoles() + ", preferred " + caller.preferredAwsRole().orElse("none");
    }

    @GET
    @Path("issued")
    public String issued(@QueryParam("requested") String requested) {
        IssuedRole role = (requested == null ? identity : identity.withRole(requested)).role();
        return role.choice() + " " + role.arn();
    }
}
