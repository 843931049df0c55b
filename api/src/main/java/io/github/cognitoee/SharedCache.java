package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the nodes of an application share the identity ids and credentials of its callers: caches of JCache (JSR 107), such as
 * Payara's own. Off unless it has a name. Part of {@link CognitoIdentityPoolDefinition}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"), bearerTokens = BearerTokens.ID)
 * @CognitoIdentityPoolDefinition(
 *     id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001",
 *     shared = @SharedCache(name = "cognito", keys = "${settings.sharedCacheKeys}"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedCache {

    /**
     * Name of the cache of credentials; that of identity ids has {@code .logins} behind it. They are made where there are none of
     * these names. Empty, the default: nothing is shared. Key {@code cognito.identity-pool.shared-cache.name}.
     */
    String name() default "";

    /**
     * Keys of 32 bytes in Base64, comma-separated, the same on all nodes: the first encrypts what is shared, each decrypts. An
     * expression, never the keys themselves, which would be in every copy of the WAR: better the key {@code
     * cognito.identity-pool.shared-cache.keys}.
     */
    String keys() default "";

    /**
     * URI of the cache manager, which JCache's provider understands: mostly that of its configuration. Empty, the default: the
     * {@code CacheManager} that is a CDI bean, such as Payara's, and where there is none the provider's default. Key {@code
     * cognito.identity-pool.shared-cache.uri}.
     */
    String uri() default "";
}
