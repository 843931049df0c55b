package io.github.cognitoee.it.leavers;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.Guests;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR with guests, none of whom is linked. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ID)
@CognitoIdentityPoolDefinition(id = LeaversApplication.IDENTITY_POOL, guests = @Guests(afterSignIn = AfterSignIn.DROP))
@ApplicationPath("api")
@ApplicationScoped
public class LeaversApplication extends Application {

    static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000003";
}
