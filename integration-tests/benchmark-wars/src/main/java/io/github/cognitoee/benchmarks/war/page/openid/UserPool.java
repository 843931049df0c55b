package io.github.cognitoee.benchmarks.war.page.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Where the user pool tells of itself. */
@Named
@ApplicationScoped
public class UserPool {

    /** In full, because Soteria keeps the document by this address, and would fetch it anew by a shorter one. */
    public String getAddress() {
        return System.getProperty("cognito.endpoint") + "/eu-west-1_CognitoEE/.well-known/openid-configuration";
    }
}
