package io.github.cognitoee.it.passwords;

import io.github.cognitoee.BasicLogin;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = {Proof.BEARER, Proof.BASIC},
        basic = @BasicLogin(realm = "orders"))
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000001")
@ApplicationPath("api")
@ApplicationScoped
public class ByOurBasic extends Application {}
