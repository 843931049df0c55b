package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The photo album's REST API. These two annotations are all the security set-up there is: who calls is settled by
 * Cognito's tokens, what they may call by {@code @RolesAllowed}, and what they may touch in AWS by the role that the
 * identity pool gives them.
 */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000001")
@ApplicationPath("api")
public class PhotoAlbumApplication extends Application {}
