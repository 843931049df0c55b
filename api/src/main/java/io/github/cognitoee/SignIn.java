package io.github.cognitoee;

import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.SignInFlow;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How names and passwords are put to the user pool: by {@link CognitoUserPool}, at the form ({@link FormLogin}), by
 * HTTP Basic ({@link BasicLogin}), and under Jakarta's own logins. Part of {@link
 * CognitoAuthenticationMechanismDefinition} and of {@link CognitoIdentityStoreDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = {"4v9example", "7k2example"}),
 *     signIn = @SignIn(clientId = "7k2example", authenticatorIssuer = "Photos"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 *
 * <p>Each member has a configuration key {@code cognito.sign-in.*} that wins over it. {@code
 * cognito.sign-in.state-keys}, which several nodes need, and {@code cognito.sign-in.timeout} have no member.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface SignIn {

    /**
     * The app client by which people sign in. Empty, the default: the one of {@link UserPool#clientIds()}, where that names
     * exactly one. Key {@code cognito.sign-in.client-id}.
     */
    String clientId() default "";

    /**
     * The secret of the app client; empty for a public one, or where it is the client of {@link ManagedLogin}. An
     * expression, never the secret itself, which would be in every copy of the WAR: better the key {@code
     * cognito.sign-in.client-secret}.
     */
    String clientSecret() default "";

    /** How a sign-in is put to Cognito, unless the request says otherwise. Key {@code cognito.sign-in.flow}. */
    SignInFlow flow() default SignInFlow.USER_SRP_AUTH;

    /** {@link #flow()} as an expression: a {@link SignInFlow}, or its name; wins over it where not empty. */
    String flowExpression() default "";

    /**
     * The name by which authenticator apps show the account, best that of the application. Empty, the default: the id of the
     * user pool. Key {@code cognito.sign-in.authenticator-issuer}.
     */
    String authenticatorIssuer() default "";
}
