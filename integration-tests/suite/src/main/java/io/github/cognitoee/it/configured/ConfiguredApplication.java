package io.github.cognitoee.it.configured;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR whose definition holds nothing but expressions. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_${pools.name}", clientIdsExpression = "${pools.clientIds}"),
        bearerTokensExpression = "${pools.bearerTokens}")
@ApplicationPath("api")
public class ConfiguredApplication extends Application {}
