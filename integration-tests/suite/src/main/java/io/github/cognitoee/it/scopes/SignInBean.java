package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import jakarta.enterprise.context.ApplicationScoped;

/** A CDI bean that requires one sign-in or another. */
@ApplicationScoped
public class SignInBean {

    @RequiresRecentLogin("PT5M")
    public String recent() {
        return "recent by CDI";
    }

    @RequiresAssurance("urn:cognito:loa:3")
    public String assured() {
        return "assured by CDI";
    }
}
