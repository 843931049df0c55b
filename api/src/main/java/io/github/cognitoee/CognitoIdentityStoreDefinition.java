package io.github.cognitoee;

import io.github.cognitoee.userpool.SignInResult;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the names and passwords of an application's own login validated by Amazon Cognito: an identity store without an
 * authentication mechanism, under one of Jakarta Security's or of the application.
 *
 * <pre>{@code
 * @BasicAuthenticationMechanismDefinition(realmName = "orders")
 * @CognitoIdentityStoreDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 *
 * <p>The caller is the same as by a token of Cognito: groups are roles, {@link CognitoCaller}, claims and {@link
 * CognitoCredentials} tell of them and act for them, and what is required of callers holds.
 *
 * <p>Exactly one class carries this annotation, and none {@link CognitoAuthenticationMechanismDefinition}, whose keys
 * {@code cognito.user-pool.*} and of callers hold here as well, and whose members are evaluated in the same way.
 *
 * <p>A login of name and password can ask for nothing else: users of whom Cognito wants a second factor or a new password
 * are refused. {@link #SIGN_IN_RESULT} tells the application so.
 */
@Documented
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoIdentityStoreDefinition {

    /**
     * The attribute of the request in which the last name and password were not valid, of type {@link SignInResult}:
     * why they were refused, whether something more is due, or that Cognito could not be asked. Not there where Cognito
     * took them.
     */
    String SIGN_IN_RESULT = "io.github.cognitoee.signInResult";

    /** The user pool where people sign in. Keys {@code cognito.user-pool.*}. */
    UserPool userPool() default @UserPool;

    /** By which app client, and how, passwords are put to Cognito. Keys {@code cognito.sign-in.*}. */
    SignIn signIn() default @SignIn;

    /**
     * Groups of which every caller must belong to all; who does not is not signed in. Key {@code cognito.required-groups},
     * comma-separated.
     */
    String[] requiredGroups() default {};

    /** {@link #requiredGroups()} as an expression; wins over it where not empty. */
    String requiredGroupsExpression() default "";

    /**
     * The claim that names the caller, see {@link CognitoAuthenticationMechanismDefinition#callerNameClaim()}. Key {@code
     * cognito.caller-name-claim}.
     */
    String callerNameClaim() default "";

    /** The claim that lists the caller's groups. Key {@code cognito.caller-groups-claim}. */
    String callerGroupsClaim() default "cognito:groups";
}
