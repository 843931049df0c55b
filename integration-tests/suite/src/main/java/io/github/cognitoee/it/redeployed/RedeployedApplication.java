package io.github.cognitoee.it.redeployed;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes both kinds of tokens and acts on AWS as its callers. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000001")
@ApplicationPath("api")
@ApplicationScoped
public class RedeployedApplication extends Application {}
