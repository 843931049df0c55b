package io.github.cognitoee;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Temporary AWS credentials of a guest of the identity pool, who has shown no token, as a provider for any client of the AWS
 * SDK for Java v2. They are the same kind whoever is calling, and never a signed-in caller's: those are {@link
 * CognitoCredentials}.
 *
 * <pre>{@code
 * @Inject
 * @CognitoGuestCredentials
 * AwsCredentialsProvider guest;
 *
 * String welcome() {
 *     try (S3Client s3 = S3Client.builder().credentialsProvider(guest).build()) {
 *         return s3.getObjectAsBytes(get -> get.bucket("public").key("welcome.txt")).asUtf8String();
 *     }
 * }
 * }</pre>
 *
 * <p>In {@link IdentityPoolFlow#ENHANCED} AWS limits them by session policies of its own, an inline one and {@code
 * AmazonCognitoUnAuthedIdentitiesSessionPolicy}: calls of services that neither names are denied, whatever the guests' role
 * allows (Amazon Cognito Developer Guide, "IAM roles"). {@link IdentityPoolFlow#CLASSIC} does not have this.
 *
 * <p>Which identity a guest has is told by {@link Guests}. The provider throws {@link IdentityPoolRefusedException} with
 * {@link IdentityPoolRefusal#NO_GUESTS} where the identity pool takes none, {@link CallerRequiredException} where guests have
 * an identity for each session and no request is served, and {@link CognitoUnavailableException}.
 */
@Qualifier
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoGuestCredentials {}
