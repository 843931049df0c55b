package io.github.cognitoee.it.servlets;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes tokens of either kind, and trusts a second user pool whose keys nobody serves. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        trustedUserPools =
                @UserPool(id = ServletsDefinition.UNREACHABLE_POOL, clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ANY)
@ApplicationScoped
public class ServletsDefinition {

    public static final String UNREACHABLE_POOL = "eu-west-1_Unreachable";
}
