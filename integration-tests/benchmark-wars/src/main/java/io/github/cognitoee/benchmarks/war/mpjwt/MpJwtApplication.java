package io.github.cognitoee.benchmarks.war.mpjwt;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

@LoginConfig(authMethod = "MP-JWT", realmName = "benchmark")
@DeclareRoles("users")
@ApplicationPath("api")
@ApplicationScoped
public class MpJwtApplication extends Application {}
