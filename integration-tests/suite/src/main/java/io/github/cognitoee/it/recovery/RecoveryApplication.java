package io.github.cognitoee.it.recovery;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR that lets in tokens of a client, and of a user pool, which its identity pool does not know. */
@CognitoAuthenticationMechanismDefinition(
        userPool =
                @UserPool(
                        id = "eu-west-1_CognitoEE",
                        clientIds = {"demo0client0of0photo0album", "demo0client0of0other0app00"}),
        trustedUserPools = @UserPool(id = "eu-west-1_OtherPool", clientIds = "other0pool0client"),
        bearerTokens = BearerTokens.ID)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000004")
@ApplicationPath("api")
@ApplicationScoped
public class RecoveryApplication extends Application {}
