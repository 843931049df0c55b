package io.github.cognitoee.it.form;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.FormLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = {Proof.BEARER, Proof.FORM},
        form = @FormLogin(rememberDevices = true))
@ApplicationPath("api")
@ApplicationScoped
public class FormApplication extends Application {}
