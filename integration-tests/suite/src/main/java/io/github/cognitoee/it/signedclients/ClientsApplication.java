package io.github.cognitoee.it.signedclients;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR whose interfaces of MicroProfile REST Client act as its callers. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ID)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000003")
@ApplicationPath("api")
@ApplicationScoped
public class ClientsApplication extends Application {}
