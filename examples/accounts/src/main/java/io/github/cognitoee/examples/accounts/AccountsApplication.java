package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The REST API of accounts. The annotation lets in whoever presents a token of the user pool; how people come by one is what
 * this application shows: they sign in at its own pages, and programs at its own endpoints.
 */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = Proof.BEARER,
        bearerTokens = BearerTokens.ANY)
@ApplicationPath("api")
public class AccountsApplication extends Application {}
