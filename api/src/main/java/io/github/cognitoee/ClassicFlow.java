package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What STS is asked for in {@link IdentityPoolFlow#CLASSIC}. Part of {@link CognitoIdentityPoolDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"), bearerTokens = BearerTokens.ID)
 * @CognitoIdentityPoolDefinition(
 *     id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001",
 *     flow = IdentityPoolFlow.CLASSIC,
 *     classic = @ClassicFlow(role = "arn:aws:iam::123456789012:role/Reports", duration = "PT15M"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface ClassicFlow {

    /**
     * ARN of the role of callers who ask for none. Empty, the default: {@code cognito:preferred_role} of their ID token, or
     * the only one of {@code cognito:roles}. Key {@code cognito.identity-pool.classic.role}.
     */
    String role() default "";

    /** ARN of the role of guests; empty where there are none. Key {@code cognito.identity-pool.classic.guest-role}. */
    String guestRole() default "";

    /**
     * How long credentials live, in ISO 8601, from {@code PT15M} to {@code PT12H} and no longer than the role allows. Key
     * {@code cognito.identity-pool.classic.duration}.
     */
    String duration() default "PT1H";

    /**
     * A session policy, in JSON: credentials allow no more than that and the role both do. Empty for all of the role. No
     * expression is evaluated in it, nor in the key: <code>${cognito-identity.amazonaws.com:sub}</code> and its like are
     * variables of IAM and reach it as they are. Key {@code cognito.identity-pool.classic.policy}.
     */
    String policy() default "";
}
