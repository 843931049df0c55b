package io.github.cognitoee.it.roles;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR with every kind of guarded thing: REST resources, Servlets and EJBs. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@ApplicationPath("api")
@ApplicationScoped
public class RolesApplication extends Application {}
