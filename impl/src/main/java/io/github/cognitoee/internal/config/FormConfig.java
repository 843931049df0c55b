package io.github.cognitoee.internal.config;

import java.util.Optional;

/**
 * How people sign in at a form of the application. Pages are paths behind the context path.
 *
 * @param clientId the app client by which they do
 * @param loginPage the page with the form; empty for the library's own
 * @param errorPage the page for whoever was not let in; empty for the one with the form
 * @param links pages to link to
 * @param rememberDevices whether browsers keep the devices that the user pool remembers
 * @param logout what signing out does
 */
public record FormConfig(
        String clientId,
        Optional<String> loginPage,
        Optional<String> errorPage,
        Links links,
        boolean rememberDevices,
        LogoutConfig logout) {

    /**
     * Pages of the application about an account, where it has them.
     *
     * @param forgotPassword for a new password
     * @param signUp for a new account
     * @param confirm for the code of a new account
     */
    public record Links(Optional<String> forgotPassword, Optional<String> signUp, Optional<String> confirm) {}
}
