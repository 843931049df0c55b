package io.github.cognitoee.benchmarks.war.cognito;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@ApplicationPath("api")
public class CognitoApplication extends Application {}
