package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoLogoutDefinition;
import io.github.cognitoee.FormLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = Proof.FORM)
    private static class Plain {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = Proof.FORM,
            form =
                    @FormLogin(
                            loginPage = "/sign-in.jsp?a=b",
                            errorPage = "/oops",
                            forgotPasswordPage = "/forgotten",
                            signUpPage = "/sign-up",
                            confirmPage = "/confirm",
                            rememberDevices = true,
                            logout =
                                    @CognitoLogoutDefinition(
                                            redirectURI = "${baseURL}/bye",
                                            revoke = false,
                                            everywhere = true)))
    private static class Everything {}

    @Test
    void theLibrarysOwnPageNeedsNothing() {
        FormConfig form = read(Plain.class, Map.of());

        assertThat(form.clientId()).isEqualTo("web");
        assertThat(form.loginPage()).isEmpty();
        assertThat(form.errorPage()).isEmpty();
        assertThat(form.links()).isEqualTo(new FormConfig.Links(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(form.rememberDevices()).isFalse();
        assertThat(form.logout().redirectUri()).hasToString("${baseURL}/");
        assertThat(form.logout().revoke()).isTrue();
        assertThat(form.logout().everywhere()).isFalse();
    }

    @Test
    void theAnnotationSaysTheRest() {
        FormConfig form = read(Everything.class, Map.of());

        assertThat(form.loginPage()).contains("/sign-in.jsp?a=b");
        assertThat(form.errorPage()).contains("/oops");
        assertThat(form.links())
                .isEqualTo(new FormConfig.Links(
                        Optional.of("/forgotten"), Optional.of("/sign-up"), Optional.of("/confirm")));
        assertThat(form.rememberDevices()).isTrue();
        assertThat(form.logout().redirectUri()).hasToString("${baseURL}/bye");
        assertThat(form.logout().revoke()).isFalse();
        assertThat(form.logout().everywhere()).isTrue();
        assertThat(form.logout().notifyProvider()).as("there is none").isFalse();
    }

    @Test
    void operationsSayItOtherwise() {
        FormConfig form = read(
                Everything.class, Map.of("cognito.form.login-page", "/in", "cognito.form.logout.everywhere", "false"));

        assertThat(form.loginPage()).contains("/in");
        assertThat(form.logout().everywhere()).isFalse();
    }

    @Test
    void sessionsKnowTheClient() {
        assertThat(settings(Plain.class, Map.of()).sessions().orElseThrow().clientIds())
                .containsExactly(Map.entry(Proof.FORM, "web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in.jsp", "//evil.example/", "https://evil.example/", "/a b", "/a#b"})
    void aPageIsAPathOfTheApplication(String page) {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.form.login-page", page)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.form.login-page (from test) is '" + page
                        + "', expected a path of the application behind its context path, as in /login [definition on "
                        + Plain.class.getName() + "]");
    }

    @Test
    void anErrorPageWithoutALoginPageWouldNeverBeSeen() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.form.error-page", "/oops")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith("COG-0001: cognito.form.error-page (from test) is '/oops', and there is no"
                        + " cognito.form.login-page: the library's own page tells by itself who is not let in");
    }

    @Test
    void scopesThatNoSignInByAPasswordHasAreNotRequired() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.required-scopes", "orders/read")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0001: cognito.required-scopes (from test) is [orders/read], which nobody holds who signs"
                                + " in by a password; require groups, or remove FORM from cognito.accepts [definition on "
                                + Plain.class.getName() + "]");
    }

    @Test
    void theOneThatTheyAllHaveMayBe() {
        assertThat(settings(Plain.class, Map.of("cognito.required-scopes", "aws.cognito.signin.user.admin"))
                        .verification()
                        .requiredScopes())
                .containsExactly("aws.cognito.signin.user.admin");
    }

    private static FormConfig read(Class<?> annotated, Map<String, String> values) {
        return settings(annotated, values).form().orElseThrow();
    }

    private static CognitoSettings settings(Class<?> annotated, Map<String, String> values) {
        return new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        annotated.getName(),
                        annotated.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> expression);
    }
}
