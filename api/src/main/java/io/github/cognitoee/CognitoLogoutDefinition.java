package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What signing out does, by {@link CognitoSession#logout()} or {@code HttpServletRequest.logout()}. The application's
 * own session always ends. Part of {@link ManagedLogin} and of {@link FormLogin}: each session ends as that says at
 * which it began. The keys are those below {@code cognito.managed-login.} and {@code cognito.form.}.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoLogoutDefinition {

    /**
     * Where people are in the end; with managed login one of the app client's sign-out URLs, to the letter.
     * <code>${baseURL}</code>, with which it may begin, is the address of the application. Keys {@code
     * ...logout.redirect-uri}.
     */
    String redirectURI() default "${baseURL}/";

    /**
     * Whether the session at managed login ends too, by a visit of the browser to Cognito's {@code /logout}; else the next
     * sign-in within the hour asks for no password. Without effect in {@link FormLogin}. Key {@code
     * cognito.managed-login.logout.notify-provider}.
     */
    boolean notifyProvider() default true;

    /** {@link #notifyProvider()} as an expression; wins over it where not empty. */
    String notifyProviderExpression() default "";

    /**
     * Whether the refresh token is revoked, and with it what Cognito itself accepts of this sign-in. Keys {@code
     * ...logout.revoke}.
     */
    boolean revoke() default true;

    /** {@link #revoke()} as an expression; wins over it where not empty. */
    String revokeExpression() default "";

    /**
     * Whether the user is signed out on all devices and of all applications of the user pool (GlobalSignOut), which needs
     * the scope {@code aws.cognito.signin.user.admin}; sign-ins at a form have it. Keys {@code ...logout.everywhere}.
     */
    boolean everywhere() default false;

    /** {@link #everywhere()} as an expression; wins over it where not empty. */
    String everywhereExpression() default "";
}
