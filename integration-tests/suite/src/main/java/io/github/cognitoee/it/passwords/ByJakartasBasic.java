package io.github.cognitoee.it.passwords;

import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@BasicAuthenticationMechanismDefinition(realmName = "jakarta")
@CognitoIdentityStoreDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000001")
@ApplicationPath("api")
@ApplicationScoped
public class ByJakartasBasic extends Application {}
