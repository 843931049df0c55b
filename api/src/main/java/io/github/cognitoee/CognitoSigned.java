package io.github.cognitoee;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the requests of a REST client signed with the caller's own temporary AWS credentials (AWS Signature Version 4), as
 * API Gateway with IAM authorization, Lambda function URLs, AppSync and OpenSearch want them. Of Jakarta REST, a {@code
 * Feature} is injected:
 *
 * <pre>{@code
 * @Inject
 * @CognitoSigned(service = "execute-api")
 * Feature signed;
 *
 * String order(int number) {
 *     Client client = ClientBuilder.newBuilder().register(signed).build();
 *     try {
 *         return client.target("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders")
 *                 .path(String.valueOf(number))
 *                 .request()
 *                 .get(String.class);
 *     } finally {
 *         client.close();
 *     }
 * }
 * }</pre>
 *
 * <p>The feature holds no state: each request asks who is calling on the thread that sends it, so one {@code Client} serves all
 * callers. On an interface of MicroProfile REST Client the annotation does the same for its requests, where the server
 * has that. Servers without Jakarta REST have no such bean.
 *
 * <p>The body is part of the signature, so it is kept in memory before it is sent. What goes wrong before a request is sent
 * comes out of the client as a {@code ProcessingException}, whose cause is one of {@link CallerRequiredException} and the other
 * exceptions of {@link CognitoCredentials}, or {@link UnsignableRequestException}. Redirects are not followed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature Version 4</a>
 */
@Qualifier
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoSigned {

    /**
     * The property of a request, or of a client, that holds the {@link CognitoIdentity} to sign as, in place of the caller of
     * the thread: {@link CognitoIdentity#captured()} for requests that other threads send, such as those of {@code rx()}.
     */
    String IDENTITY = "io.github.cognitoee.identity";

    /**
     * The name of the service in signatures: {@code execute-api} of API Gateway, {@code lambda} of function URLs, {@code
     * appsync}, {@code es} of OpenSearch, {@code aoss} of its serverless kind.
     */
    @Nonbinding
    String service();

    /** The region in signatures. Empty, the default: that of the identity pool. */
    @Nonbinding
    String region() default "";

    /** ARN of the role to sign in, as {@link CognitoCredentials#role()}. */
    @Nonbinding
    String role() default "";

    /** Whether a guest signs, as {@link CognitoGuestCredentials} tells, whoever is calling. */
    @Nonbinding
    boolean guest() default false;

    /** How many bytes a body may have. 10 MiB, the default, is what API Gateway takes. */
    @Nonbinding
    int maxBodySize() default 10 * 1024 * 1024;
}
