package io.github.cognitoee;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Authenticates the callers of this application with Amazon Cognito: a Jakarta Security authentication mechanism that
 * reads {@code Authorization: Bearer} or {@code Basic}, shows browsers a form, and sends them to managed login, as
 * {@link #accepts()} says, and an identity store that verifies Cognito's tokens.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"))
 * @ApplicationPath("api")
 * public class OrdersApplication extends Application {}
 * }</pre>
 *
 * <p>From then on {@code @RolesAllowed} holds on REST resources and EJBs, and {@code @ServletSecurity} on Servlets; the
 * groups of the caller are their roles. Exactly one class of the application carries this annotation. It is a CDI
 * stereotype, so that the class is found without a {@code beans.xml} and without a scope of its own.
 *
 * <p>Each member has a configuration key, named beside it, that wins over the annotation: looked up in MicroProfile Config
 * where the server has it, as system property, then as environment variable (upper case, every other character an
 * underscore).
 *
 * <p>Members may hold expressions <code>${...}</code> of Jakarta Expression Language, which see the application's named
 * beans. They are evaluated once, when the application has been validated and before it takes requests. A member that is
 * no text has a twin named {@code ...Expression}; one for several values may evaluate to a comma-separated String, an
 * array or a collection.
 */
@Documented
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoAuthenticationMechanismDefinition {

    /** The user pool whose tokens enter. Keys {@code cognito.user-pool.*}. */
    UserPool userPool() default @UserPool;

    /** More user pools whose tokens enter. */
    UserPool[] trustedUserPools() default {};

    /**
     * How callers may prove who they are. The proof that a request presents decides; where it presents none and needs
     * one, browsers are sent to the form, else to managed login, if one is among these, and programs get 401. Key
     * {@code cognito.accepts}, comma-separated.
     */
    Proof[] accepts() default Proof.BEARER;

    /** {@link #accepts()} as an expression: a {@link Proof}, or names of them; wins over it where not empty. */
    String acceptsExpression() default "";

    /** Where and how people sign in, with {@link Proof#MANAGED_LOGIN}. Keys {@code cognito.managed-login.*}. */
    ManagedLogin managedLogin() default @ManagedLogin;

    /** The form at which people sign in, with {@link Proof#FORM}. Keys {@code cognito.form.*}. */
    FormLogin form() default @FormLogin;

    /**
     * By which app client, and how, names and passwords are put to Cognito: by {@code CognitoUserPool}, at the form, by
     * HTTP Basic. Keys {@code cognito.sign-in.*}.
     */
    SignIn signIn() default @SignIn;

    /** How programs send passwords, with {@link Proof#BASIC}. Keys {@code cognito.basic.*}. */
    BasicLogin basic() default @BasicLogin;

    /** Which tokens {@code Authorization: Bearer} may carry. Key {@code cognito.bearer-tokens}. */
    BearerTokens bearerTokens() default BearerTokens.ACCESS;

    /** {@link #bearerTokens()} as an expression: a {@link BearerTokens}, or its name; wins over it where not empty. */
    String bearerTokensExpression() default "";

    /**
     * OAuth scopes that every token must hold, all of them; without one the request is refused with 403 {@code
     * insufficient_scope}. ID tokens carry no scopes, so this goes with access tokens only. Key {@code
     * cognito.required-scopes}, comma-separated.
     */
    String[] requiredScopes() default {};

    /** {@link #requiredScopes()} as an expression; wins over it where not empty. */
    String requiredScopesExpression() default "";

    /**
     * Groups of which every caller must belong to all; without one the request is refused with 403. Key {@code
     * cognito.required-groups}, comma-separated.
     */
    String[] requiredGroups() default {};

    /** {@link #requiredGroups()} as an expression; wins over it where not empty. */
    String requiredGroupsExpression() default "";

    /**
     * The claim that names the caller. Empty, the default: {@code cognito:username} of an ID token, {@code username} of
     * an access token, {@code client:<client_id>} for a machine. Never choose a claim that users can write themselves,
     * such as {@code preferred_username} or {@code email}. Key {@code cognito.caller-name-claim}.
     */
    String callerNameClaim() default "";

    /** The claim that lists the caller's groups. Key {@code cognito.caller-groups-claim}. */
    String callerGroupsClaim() default "cognito:groups";

    /**
     * CDI qualifiers by which an {@code HttpAuthenticationMechanismHandler} of the application has the mechanism injected;
     * none, the default, leaves it {@code @Default}. For applications with several mechanisms, which Jakarta Security knows
     * since 4.0 (Jakarta EE 11); on Jakarta EE 10, where servers do not find a mechanism with qualifiers, the application
     * is not deployed. Without a handler of the application, requests with a proof that {@link #accepts()} names are
     * Cognito's, and all others those of the one other mechanism.
     */
    Class<?>[] qualifiers() default {};
}
