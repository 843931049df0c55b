package io.github.cognitoee.it.idtokens;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR that takes ID tokens, and nothing else, as bearer tokens. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ID)
@ApplicationPath("api")
@ApplicationScoped
public class IdTokensApplication extends Application {}
