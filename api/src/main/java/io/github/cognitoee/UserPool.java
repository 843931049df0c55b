package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Cognito user pool, and the app clients of it whose tokens are let in. Used inside the definition annotations. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface UserPool {

    /**
     * The pool id, {@code <region>_<name>}, for example {@code eu-west-1_AbCdEfGhI}. Configuration key {@code
     * cognito.user-pool.id}.
     */
    String id() default "";

    /**
     * The app client ids whose tokens enter: {@code aud} of an ID token, {@code client_id} of an access token. At least
     * one is needed; there is no "any client". Configuration key {@code cognito.user-pool.client-ids}, comma-separated.
     */
    String[] clientIds() default {};

    /** {@link #clientIds()} as an expression; wins over it where not empty. */
    String clientIdsExpression() default "";
}
