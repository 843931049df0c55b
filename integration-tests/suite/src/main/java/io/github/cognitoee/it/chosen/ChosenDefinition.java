package io.github.cognitoee.it.chosen;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Qualifier;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A mechanism for the API, and one for the pages. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        qualifiers = ChosenDefinition.Api.class)
@BasicAuthenticationMechanismDefinition(realmName = "people", qualifiers = ChosenDefinition.Pages.class)
@ApplicationScoped
public class ChosenDefinition {

    /** Callers of the API. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Api {}

    /** Readers of the pages. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Pages {}
}
