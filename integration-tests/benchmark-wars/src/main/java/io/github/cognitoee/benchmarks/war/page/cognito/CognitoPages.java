package io.github.cognitoee.benchmarks.war.page.cognito;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.ManagedLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;

@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = {Proof.BEARER, Proof.MANAGED_LOGIN},
        managedLogin = @ManagedLogin(domain = "pages"))
@ApplicationScoped
public class CognitoPages {}
