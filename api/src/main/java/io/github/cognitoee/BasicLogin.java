package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How programs sign in by HTTP Basic (RFC 7617). Part of {@link CognitoAuthenticationMechanismDefinition}, in effect
 * where that accepts {@link Proof#BASIC}. {@link SignIn} says by which app client, and by which flow; for how long a
 * password is remembered says the key {@code cognito.basic.remembered-for}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"),
 *     accepts = {Proof.BEARER, Proof.BASIC},
 *     basic = @BasicLogin(realm = "orders"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface BasicLogin {

    /**
     * What browsers and programs are told that the password is for; printable ASCII without quotation marks and
     * backslashes. Key {@code cognito.basic.realm}.
     */
    String realm() default "cognito";
}
