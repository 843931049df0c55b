package io.github.cognitoee.it.developers;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.DeveloperIdentities;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR of two user pools whose callers may come with an access token alone. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        trustedUserPools = @UserPool(id = "eu-west-1_OtherPool", clientIds = "other0pool0client"),
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(
        id = "eu-west-1:c0911170-ee00-4000-8000-0000000000d1",
        developer =
                @DeveloperIdentities(
                        provider = "login.suite.example",
                        principalTags = {"username", "client=client_id"}))
@ApplicationPath("api")
@ApplicationScoped
public class DevelopersApplication extends Application {}
