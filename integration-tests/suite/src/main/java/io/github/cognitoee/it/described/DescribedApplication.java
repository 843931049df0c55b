package io.github.cognitoee.it.described;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR whose REST application takes every path. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        requiredScopes = "photos/read")
@ApplicationPath("/")
@ApplicationScoped
public class DescribedApplication extends Application {

    /** Everybody must be signed in everywhere, but for one path that REST guards by itself. */
    public static final String WEB_XML =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>everything</web-resource-name>
                  <url-pattern>/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>**</role-name></auth-constraint>
              </security-constraint>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>guarded by REST</web-resource-name>
                  <url-pattern>/guarded-by-rest</url-pattern>
                </web-resource-collection>
              </security-constraint>
            </web-app>
            """;
}
