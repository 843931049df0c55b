package io.github.cognitoee.it.secondpool;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Trusts its own pool and no other. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_OtherPool", clientIds = "other0pool0client"),
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000002")
@ApplicationPath("api")
@ApplicationScoped
public class SecondPoolApplication extends Application {}
