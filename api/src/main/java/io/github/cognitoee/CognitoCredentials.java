package io.github.cognitoee;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller's own temporary AWS credentials, as a provider for any client of the AWS SDK for Java v2.
 *
 * <pre>{@code
 * @Produces @ApplicationScoped
 * S3Client s3(@CognitoCredentials AwsCredentialsProvider callersCredentials) {
 *     return S3Client.builder().credentialsProvider(callersCredentials).build();
 * }
 * }</pre>
 *
 * <p>The provider holds no state: each {@code resolveCredentials()} asks who is calling on this thread and answers with
 * that caller's credentials, so one client serves all callers. Nothing is exchanged before it is called. It throws
 * {@link CallerRequiredException} where nobody is signed in, {@link IdTokenRequiredException} where the caller proved
 * no ID token, {@link IdentityPoolRefusedException} and {@link CognitoUnavailableException} for what Cognito answers.
 */
@Qualifier
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoCredentials {

    /**
     * ARN of the role to assume, one of the caller's {@code cognito:roles}. Empty, the default: the identity pool
     * chooses.
     */
    @Nonbinding
    String role() default "";
}
