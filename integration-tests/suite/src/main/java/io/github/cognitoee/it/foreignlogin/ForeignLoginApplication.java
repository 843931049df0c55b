package io.github.cognitoee.it.foreignlogin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Left over from the server's own MicroProfile JWT. */
@LoginConfig(authMethod = "MP-JWT", realmName = "left-over")
@ApplicationPath("api")
public class ForeignLoginApplication extends Application {}
