package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the application vouch to the identity pool for callers who have no ID token: those with an access token, and whoever
 * {@link io.github.cognitoee.spi.DeveloperUsers} knows. Part of {@link CognitoIdentityPoolDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"))
 * @CognitoIdentityPoolDefinition(
 *     id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001",
 *     developer = @DeveloperIdentities(provider = "login.example.app", principalTags = {"username", "client=client_id"}))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 *
 * <p>The call is signed with the application's own AWS credentials, those that the default chain of the AWS SDK finds; they
 * need {@code cognito-identity:GetOpenIdTokenForDeveloperIdentity} on the identity pool.
 *
 * @see CognitoDeveloperIdentities
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface DeveloperIdentities {

    /**
     * {@code DeveloperProviderName} of the identity pool. Empty, the default: the application vouches for nobody. Key {@code
     * cognito.identity-pool.developer.provider}.
     */
    String provider() default "";

    /**
     * How long the token is good that vouches for a caller, in ISO 8601, from {@code PT1S} to {@code PT24H}. It is used at
     * once, and says nothing of how long credentials live. Key {@code cognito.identity-pool.developer.token-duration}.
     */
    String tokenDuration() default "PT15M";

    /**
     * Claims of the caller's token that become principal tags: {@code claim}, or {@code tag=claim}. Claims that are lists or
     * objects, or are not there, become none. Key {@code cognito.identity-pool.developer.principal-tags}.
     */
    String[] principalTags() default {};

    /** {@link #principalTags()} as an expression; wins over it where not empty. */
    String principalTagsExpression() default "";
}
