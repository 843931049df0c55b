package io.github.cognitoee.it.sharedcache;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.SharedCache;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * Its nodes share credentials in JCache: in a data grid of the server, or in what is added to the WAR. It lets in a client, too,
 * that its identity pool does not know.
 */
@CognitoAuthenticationMechanismDefinition(
        userPool =
                @UserPool(
                        id = "eu-west-1_CognitoEE",
                        clientIds = {"demo0client0of0photo0album", "demo0client0of0other0app00"}),
        bearerTokens = BearerTokens.ID)
@CognitoIdentityPoolDefinition(
        id = "eu-west-1:c0911170-ee00-4000-8000-000000000001",
        shared = @SharedCache(name = "cognito"))
@ApplicationPath("api")
@ApplicationScoped
public class SharedCacheApplication extends Application {}
