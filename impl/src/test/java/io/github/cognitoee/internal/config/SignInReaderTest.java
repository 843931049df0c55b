package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.ManagedLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.SignIn;
import io.github.cognitoee.UserPool;
import io.github.cognitoee.userpool.SignInFlow;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInReaderTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @CognitoAuthenticationMechanismDefinition(userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"))
    private static class OneClient {}

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}))
    private static class TwoClients {}

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}),
            signIn =
                    @SignIn(
                            clientId = "mobile",
                            clientSecret = "${settings.secret}",
                            flow = SignInFlow.USER_AUTH,
                            authenticatorIssuer = "Photos"))
    private static class Everything {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            signIn = @SignIn(clientSecret = "s3cr3t"))
    private static class SecretInTheSource {}

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}),
            accepts = Proof.MANAGED_LOGIN,
            managedLogin = @ManagedLogin(domain = "photos", clientId = "web", clientSecret = "${settings.secret}"))
    private static class WithManagedLogin {}

    @Test
    void theOneClientIsThatOfTheUserPool() {
        SignInConfig signIn = read(OneClient.class, Map.of()).orElseThrow();

        assertThat(signIn.clientId()).isEqualTo("web");
        assertThat(signIn.clientSecret()).isEmpty();
        assertThat(signIn.flow()).isEqualTo(SignInFlow.USER_SRP_AUTH);
        assertThat(signIn.authenticatorIssuer()).isEqualTo("eu-west-1_AbCdEfGhI");
        assertThat(signIn.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(signIn.userPoolApi()).isEqualTo(URI.create("https://cognito-idp.eu-west-1.amazonaws.com"));
    }

    @Test
    void anApplicationThatNamesNoneOfSeveralClientsSignsNobodyIn() {
        assertThat(read(TwoClients.class, Map.of())).isEmpty();
        assertThat(read(TwoClients.class, Map.of("cognito.sign-in.client-id", "mobile"))
                        .orElseThrow()
                        .clientId())
                .isEqualTo("mobile");
    }

    @Test
    void theAnnotationSaysEverything() {
        SignInConfig signIn = read(Everything.class, Map.of()).orElseThrow();

        assertThat(signIn.clientId()).isEqualTo("mobile");
        assertThat(signIn.clientSecret().map(Secret::reveal)).contains("from ${settings.secret}");
        assertThat(signIn.flow()).isEqualTo(SignInFlow.USER_AUTH);
        assertThat(signIn.authenticatorIssuer()).isEqualTo("Photos");
    }

    @Test
    void keysWinOverTheAnnotation() {
        SignInConfig signIn = read(
                        Everything.class,
                        Map.of(
                                "cognito.sign-in.client-id", "web",
                                "cognito.sign-in.client-secret", "s3cr3t",
                                "cognito.sign-in.flow", "user_password_auth",
                                "cognito.sign-in.authenticator-issuer", "Album",
                                "cognito.sign-in.timeout", "PT20S",
                                "cognito.sign-in.state-keys", KEY + "," + KEY.replace("MDEy", "MDEz")))
                .orElseThrow();

        assertThat(signIn.clientId()).isEqualTo("web");
        assertThat(signIn.clientSecret().map(Secret::reveal)).contains("s3cr3t");
        assertThat(signIn.flow()).isEqualTo(SignInFlow.USER_PASSWORD_AUTH);
        assertThat(signIn.authenticatorIssuer()).isEqualTo("Album");
        assertThat(signIn.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(signIn.stateKeys()).hasSize(2);
        assertThat(signIn).asString().contains("***").doesNotContain("s3cr3t", KEY);
    }

    @Test
    void theSecretOfManagedLoginHoldsForTheSameClientAlone() {
        assertThat(read(WithManagedLogin.class, Map.of("cognito.sign-in.client-id", "web"))
                        .flatMap(SignInConfig::clientSecret)
                        .map(Secret::reveal))
                .contains("from ${settings.secret}");
        assertThat(read(WithManagedLogin.class, Map.of("cognito.sign-in.client-id", "mobile"))
                        .flatMap(SignInConfig::clientSecret))
                .isEmpty();
    }

    @Test
    void aSecretInTheSourceIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read(SecretInTheSource.class, Map.of()))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0001: cognito.sign-in.client-secret (from annotation) is a secret in the source code and in"
                                + " every copy of the WAR; set the key instead, or have the annotation hold an expression"
                                + " such as ${settings.secret} [definition on " + SecretInTheSource.class.getName()
                                + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flow | PASSWORD | is 'PASSWORD', expected one of [USER_SRP_AUTH, USER_PASSWORD_AUTH, USER_AUTH, CUSTOM_AUTH,"
                        + " CUSTOM_AUTH_AFTER_SRP, ADMIN_USER_PASSWORD_AUTH]",
                "timeout | PT0S | is PT0S, expected more than nothing and at most PT1M",
                "timeout | PT1M1S | is PT1M1S, expected more than nothing and at most PT1M",
                "timeout | soon | is 'soon', expected a duration such as PT10S",
                "state-keys | c2hvcnQ= | cannot be taken: a key has 5 bytes; expected 32 bytes in Base64 each, as `openssl"
                        + " rand -base64 32` makes them",
            })
    void aWrongValueStopsDeploymentAndSaysWhatWasExpected(String key, String value, String message) {
        assertThatThrownBy(() -> read(OneClient.class, Map.of("cognito.sign-in." + key, value)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.sign-in." + key + " (from test) " + message + " [definition on "
                        + OneClient.class.getName() + "]");
    }

    private static Optional<SignInConfig> read(Class<?> annotated, Map<String, String> values) {
        return new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        annotated.getName(),
                        annotated.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> "from " + expression)
                .signIn();
    }
}
