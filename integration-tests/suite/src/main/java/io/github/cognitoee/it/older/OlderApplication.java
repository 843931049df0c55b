package io.github.cognitoee.it.older;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes access tokens, and calls AWS with ID tokens beside them. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000001")
@ApplicationPath("api")
@ApplicationScoped
public class OlderApplication extends Application {}
