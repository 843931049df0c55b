package io.github.cognitoee.it.handlers;

import io.github.cognitoee.it.chosen.ChosenDefinition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tokens for the API, passwords for the pages, as its stereotype has CDI select it. */
@SelectedByStereotype.Chooser
public class SelectedByStereotype implements HttpAuthenticationMechanismHandler {

    /** Gives a scope, and selects. */
    @Stereotype
    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    @ApplicationScoped
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Chooser {}

    @Inject
    @ChosenDefinition.Api
    private HttpAuthenticationMechanism api;

    @Inject
    @ChosenDefinition.Pages
    private HttpAuthenticationMechanism pages;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        HttpAuthenticationMechanism chosen = request.getServletPath().startsWith("/api/") ? api : pages;
        return chosen.validateRequest(request, response, context);
    }
}
