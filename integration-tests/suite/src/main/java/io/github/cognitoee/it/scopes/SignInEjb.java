package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** An EJB that requires one sign-in or another. */
@Stateless
@PermitAll
public class SignInEjb {

    @RequiresRecentLogin("PT5M")
    public String recent() {
        return "recent by EJB";
    }

    @RequiresAssurance("urn:cognito:loa:3")
    public String assured() {
        return "assured by EJB";
    }
}
