package io.github.cognitoee.it.unguarded;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Switches the discovery of features off, as Jakarta REST 3.1 section 4.1.2 allows. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"))
@ApplicationPath("api")
public class UnguardedApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jakarta.ws.rs.loadServices", false,
                "jersey.config.disableMetainfServicesLookup", true);
    }
}
