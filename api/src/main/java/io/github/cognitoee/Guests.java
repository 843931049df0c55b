package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which identity the guests of an identity pool have, who are given {@link CognitoGuestCredentials}. Part of {@link
 * CognitoIdentityPoolDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"), bearerTokens = BearerTokens.ID)
 * @CognitoIdentityPoolDefinition(
 *     id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001",
 *     guests = @Guests(identity = GuestIdentity.PER_SESSION, afterSignIn = AfterSignIn.LINK))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Guests {

    /** Who shares an identity. Key {@code cognito.identity-pool.guests.identity}. */
    GuestIdentity identity() default GuestIdentity.PER_SESSION;

    /** {@link #identity()} as an expression; wins over it where not empty. */
    String identityExpression() default "";

    /**
     * What becomes of a guest's identity when they sign in. Key {@code cognito.identity-pool.guests.after-sign-in}; {@link
     * AfterSignIn#LINK} needs an identity for each session.
     */
    AfterSignIn afterSignIn() default AfterSignIn.DROP;

    /** {@link #afterSignIn()} as an expression; wins over it where not empty. */
    String afterSignInExpression() default "";
}
