package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.CognitoLogoutDefinition;
import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.Guests;
import io.github.cognitoee.ManagedLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The photo album's REST API, for its pages and for programs. These two annotations are all the security set-up there is:
 * people sign in at Cognito's managed login and have a session, programs send tokens; what either may call is settled by
 * {@code @RolesAllowed} and, for the pages, by {@code web.xml}; and what they may touch in AWS by the role that the identity
 * pool gives them.
 */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = {Proof.BEARER, Proof.MANAGED_LOGIN},
        bearerTokens = BearerTokens.ANY,
        managedLogin =
                @ManagedLogin(
                        domain = "photo-album",
                        scope = {"openid", "email", "profile"},
                        logout = @CognitoLogoutDefinition(redirectURI = "${baseURL}/signed-out.html")))
@CognitoIdentityPoolDefinition(
        id = "eu-west-1:c0911170-ee00-4000-8000-000000000001",
        guests = @Guests(identity = GuestIdentity.PER_NODE)) // they all see the same, and nothing is theirs
@ApplicationPath("api")
public class PhotoAlbumApplication extends Application {}
