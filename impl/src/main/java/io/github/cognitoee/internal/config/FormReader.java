package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoLogoutDefinition;
import io.github.cognitoee.FormLogin;
import io.github.cognitoee.Proof;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how people sign in at a form of the application. */
final class FormReader {

    /** Of one slash: behind two browsers look for a host. */
    private static final Pattern PAGE = Pattern.compile("/(?!/)[\\w.~!$&'()*+,;=:@%/?-]*");

    private final ConfigReader reader;
    private final AnnotatedReader annotations;

    FormReader(ConfigReader reader, AnnotatedReader annotations) {
        this.reader = reader;
        this.annotations = annotations;
    }

    FormConfig read(FormLogin form, String clientId, VerificationConfig verification) {
        PasswordScopes.check(reader, verification, Proof.FORM);
        Optional<String> loginPage = page(Keys.FORM_LOGIN_PAGE, form.loginPage());
        Optional<String> errorPage = page(Keys.FORM_ERROR_PAGE, form.errorPage());
        if (errorPage.isPresent() && loginPage.isEmpty()) {
            throw reader.invalid(
                    Keys.FORM_ERROR_PAGE,
                    "is '" + errorPage.get() + "', and there is no " + Keys.FORM_LOGIN_PAGE.name()
                            + ": the library's own page tells by itself who is not let in");
        }
        return new FormConfig(
                clientId,
                loginPage,
                errorPage,
                new FormConfig.Links(
                        page(Keys.FORM_FORGOT_PASSWORD_PAGE, form.forgotPasswordPage()),
                        page(Keys.FORM_SIGN_UP_PAGE, form.signUpPage()),
                        page(Keys.FORM_CONFIRM_PAGE, form.confirmPage())),
                annotations.flag(Keys.FORM_REMEMBER_DEVICES, form.rememberDevices(), form.rememberDevicesExpression()),
                logout(form.logout()));
    }

    private Optional<String> page(Key key, String member) {
        String page = annotations.string(key, member);
        if (!page.isEmpty() && !PAGE.matcher(page).matches()) {
            throw reader.invalid(
                    key, "is '" + page + "', expected a path of the application behind its context path, as in /login");
        }
        return Optional.of(page).filter(text -> !text.isEmpty());
    }

    private LogoutConfig logout(CognitoLogoutDefinition logout) {
        return new LogoutConfig(
                annotations.address(Keys.FORM_LOGOUT_REDIRECT_URI, logout.redirectURI()),
                false,
                annotations.flag(Keys.FORM_LOGOUT_REVOKE, logout.revoke(), logout.revokeExpression()),
                annotations.flag(Keys.FORM_LOGOUT_EVERYWHERE, logout.everywhere(), logout.everywhereExpression()));
    }
}
