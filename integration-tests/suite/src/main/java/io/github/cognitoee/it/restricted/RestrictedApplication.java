package io.github.cognitoee.it.restricted;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR that requires a scope and a group of every token, and trusts a second user pool whose keys nobody serves. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        trustedUserPools =
                @UserPool(id = RestrictedApplication.UNREACHABLE_POOL, clientIds = "demo0client0of0photo0album"),
        requiredScopes = "photos/read",
        requiredGroups = "users")
@ApplicationPath("api")
@ApplicationScoped
public class RestrictedApplication extends Application {

    public static final String UNREACHABLE_POOL = "eu-west-1_Unreachable";
}
