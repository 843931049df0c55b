package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How people sign in at Cognito's managed login: by the authorization code flow of OpenID Connect, always with PKCE. Part
 * of {@link CognitoAuthenticationMechanismDefinition}, in effect where that accepts {@link Proof#MANAGED_LOGIN}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"),
 *     accepts = Proof.MANAGED_LOGIN,
 *     managedLogin = @ManagedLogin(domain = "photos"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 *
 * <p>{@link LoginParameters} make one visit another than these do.
 *
 * <p>Each member has a configuration key {@code cognito.managed-login.*} that wins over it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: authorize
 *     endpoint</a>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface ManagedLogin {

    /**
     * The app client by which people sign in. Empty, the default: the one of {@link UserPool#clientIds()}, where that names
     * exactly one. Key {@code cognito.managed-login.client-id}.
     */
    String clientId() default "";

    /**
     * The secret of the app client; empty for a public one. An expression, never the secret itself, which would be in every
     * copy of the WAR: better the key {@code cognito.managed-login.client-secret}.
     */
    String clientSecret() default "";

    /**
     * The user pool's domain: the prefix of an Amazon domain, such as {@code photos}, or a custom domain such as {@code
     * login.example.com}. Key {@code cognito.managed-login.domain}.
     */
    String domain() default "";

    /**
     * Where Cognito sends people back to; one of the app client's callback URLs, to the letter. The library serves it
     * itself. <code>${baseURL}</code>, with which it may begin, is the address of the application. Key {@code
     * cognito.managed-login.redirect-uri}.
     */
    String redirectURI() default "${baseURL}/callback";

    /** The scopes to ask for; {@code openid} is among them. Key {@code cognito.managed-login.scope}. */
    String[] scope() default "openid";

    /** {@link #scope()} as an expression; wins over it where not empty. */
    String scopeExpression() default "";

    /**
     * The identity provider to go to at once, such as {@code Google} or the name of a SAML provider; empty for the sign-in
     * page. Key {@code cognito.managed-login.identity-provider}.
     */
    String identityProvider() default "";

    /**
     * The same as {@link #identityProvider()}, by one of the identifiers that the user pool has for the provider, such as an
     * e-mail domain. Key {@code cognito.managed-login.idp-identifier}.
     */
    String idpIdentifier() default "";

    /** The language of the pages, such as {@code ko}; empty for the browser's. Key {@code cognito.managed-login.lang}. */
    String lang() default "";

    /**
     * {@code login}, {@code select_account} or {@code consent}, or several with blanks between them; empty for none. Key
     * {@code cognito.managed-login.prompt}.
     */
    String prompt() default "";

    /**
     * Levels of assurance to reach, with blanks between them; empty for any. Managed login may let people in with less: what
     * must not be reached so has {@link RequiresAssurance}. Key {@code cognito.managed-login.acr-values}.
     */
    String acrValues() default "";

    /**
     * How long ago people may have given their password to managed login, in ISO 8601, such as {@code PT8H}; who did so
     * earlier is asked again, and not signed in without. Empty for any time. Key {@code cognito.managed-login.max-age}.
     */
    String maxAge() default "";

    /** The URL of the resource that access tokens are for (RFC 8707); empty for none. Key {@code cognito.managed-login.resource}. */
    String resource() default "";

    /** What signing out does. */
    CognitoLogoutDefinition logout() default @CognitoLogoutDefinition;
}
