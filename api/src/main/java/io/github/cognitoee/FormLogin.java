package io.github.cognitoee;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How people sign in at a form: a page of the application with the fields {@code j_username} and {@code j_password}, or one
 * that the library brings. Part of {@link CognitoAuthenticationMechanismDefinition}, in effect where that accepts {@link
 * Proof#FORM}.
 *
 * <pre>{@code
 * @CognitoAuthenticationMechanismDefinition(
 *     userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "4v9example"),
 *     accepts = Proof.FORM,
 *     form = @FormLogin(loginPage = "/sign-in.html", errorPage = "/not-signed-in.html"))
 * @ApplicationScoped
 * public class Security {}
 * }</pre>
 *
 * <p>The form is sent by POST to {@code j_security_check}, beside the page. What comes behind a right password, such as
 * a code or a new password, is asked for by pages of the library. {@link SignIn} says by which app client people sign
 * in, and by which flow; several nodes need the same {@code cognito.sign-in.state-keys} and {@code
 * cognito.session.cookie-keys}.
 *
 * <p>Each page is a path behind the context path, and open to anybody. Each member has a configuration key {@code
 * cognito.form.*} that wins over it.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface FormLogin {

    /**
     * The page with the form; empty, the default, for the library's own. Browsers are redirected there, with the parameter
     * {@code flow}, which the form sends along in a hidden field so that each tab comes back to what it asked for. Key {@code
     * cognito.form.login-page}.
     */
    String loginPage() default "";

    /**
     * The page for whoever was not let in, with the parameter {@code error}: a name of {@link
     * io.github.cognitoee.userpool.RefusalReason}. Empty, the default, for {@link #loginPage()}, with that parameter
     * too; without a login page of the application it must be empty. Key {@code cognito.form.error-page}.
     */
    String errorPage() default "";

    /** A page for whoever forgot the password, to link to; empty for none. Key {@code cognito.form.forgot-password-page}. */
    String forgotPasswordPage() default "";

    /** A page for whoever has no account yet, to link to; empty for none. Key {@code cognito.form.sign-up-page}. */
    String signUpPage() default "";

    /**
     * A page for whoever has not confirmed the sign-up yet, to link to; empty for none. Key {@code
     * cognito.form.confirm-page}.
     */
    String confirmPage() default "";

    /**
     * Whether a browser keeps, for a year after the last sign-in and beyond signing out, the device that the user pool
     * remembers: it may then ask for no second factor there again. Off by default, for a browser that several people share
     * is nobody's second factor. Has no effect in a pool that remembers no devices. Key {@code
     * cognito.form.remember-devices}.
     */
    boolean rememberDevices() default false;

    /** {@link #rememberDevices()} as an expression; wins over it where not empty. */
    String rememberDevicesExpression() default "";

    /**
     * What signing out does. There is no provider to notify, and no session there: {@link
     * CognitoLogoutDefinition#notifyProvider()} has no effect. Keys {@code cognito.form.logout.*}.
     */
    CognitoLogoutDefinition logout() default @CognitoLogoutDefinition;
}
