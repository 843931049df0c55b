package io.github.cognitoee.it.several;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Both mechanisms. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000003")
@BasicAuthenticationMechanismDefinition(realmName = "people")
@ApplicationScoped
public class SeveralDefinition {}
