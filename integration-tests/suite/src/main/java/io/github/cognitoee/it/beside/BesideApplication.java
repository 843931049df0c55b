package io.github.cognitoee.it.beside;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the role that its own store gives. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@DeclareRoles({"users", "admins", "staff", "everything"})
@ApplicationPath("api")
@ApplicationScoped
public class BesideApplication extends Application {}
