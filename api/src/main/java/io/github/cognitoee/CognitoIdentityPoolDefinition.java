package io.github.cognitoee;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Cognito identity pool that turns a caller's ID token into the caller's own temporary AWS credentials. Stands beside
 * {@link CognitoAuthenticationMechanismDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"), bearerTokens = BearerTokens.ID)
 * @CognitoIdentityPoolDefinition(id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001")
 * @ApplicationPath("api")
 * public class OrdersApplication extends Application {}
 * }</pre>
 *
 * @see CognitoCredentials
 */
@Documented
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoIdentityPoolDefinition {

    /** The identity pool id, {@code <region>:<guid>}. Key {@code cognito.identity-pool.id}. */
    String id() default "";

    /**
     * The provider name under which the ID token is presented. Empty, the default: {@code
     * cognito-idp.<region>.amazonaws.com/<userPoolId>}, built from the user pool id. Key {@code
     * cognito.identity-pool.logins-key}.
     */
    String loginsKey() default "";

    /**
     * Whether a role that the ID token's {@code cognito:roles} do not name is refused without asking the identity pool.
     * {@code false} is for a pool that chooses roles by rules, which may give others than the token names. Key {@code
     * cognito.identity-pool.check-roles}.
     */
    boolean checkRoles() default true;

    /** {@link #checkRoles()} as an expression; wins over it where not empty. */
    String checkRolesExpression() default "";

    /** Who chooses the role, the pool or the application. Key {@code cognito.identity-pool.flow}. */
    IdentityPoolFlow flow() default IdentityPoolFlow.ENHANCED;

    /** {@link #flow()} as an expression; wins over it where not empty. */
    String flowExpression() default "";

    /** What the application chooses in {@link IdentityPoolFlow#CLASSIC}. */
    ClassicFlow classic() default @ClassicFlow;

    /** Which identity guests have, where the application gives credentials to such: {@link CognitoGuestCredentials}. */
    Guests guests() default @Guests;

    /** How the application vouches for callers who have no ID token. */
    DeveloperIdentities developer() default @DeveloperIdentities;

    /** Where the nodes of the application share what the identity pool answered; they share nothing unless it says so. */
    SharedCache shared() default @SharedCache;
}
