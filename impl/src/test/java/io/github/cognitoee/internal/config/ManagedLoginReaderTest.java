package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoLogoutDefinition;
import io.github.cognitoee.ManagedLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedLoginReaderTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = Proof.MANAGED_LOGIN,
            managedLogin = @ManagedLogin(domain = "photos"))
    private static class Photos {}

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}),
            accepts = {Proof.BEARER, Proof.MANAGED_LOGIN},
            managedLogin =
                    @ManagedLogin(
                            domain = "login.example.com",
                            clientId = "mobile",
                            clientSecret = "${settings.secret}",
                            redirectURI = "https://photos.example.com/photos/back",
                            scope = {"openid", "photos/read"},
                            identityProvider = "Google",
                            lang = "ko",
                            prompt = "select_account",
                            resource = "https://photos.example.com",
                            logout =
                                    @CognitoLogoutDefinition(
                                            redirectURI = "${baseURL}/bye",
                                            notifyProvider = false,
                                            revoke = false,
                                            everywhere = true)))
    private static class Everything {}

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}),
            accepts = Proof.MANAGED_LOGIN,
            managedLogin = @ManagedLogin(domain = "photos"))
    private static class TwoClients {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = Proof.MANAGED_LOGIN,
            managedLogin = @ManagedLogin(domain = "photos", clientSecret = "s3cr3t"))
    private static class SecretInTheSource {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            managedLogin = @ManagedLogin(domain = "no such domain"))
    private static class BearersOnly {}

    @Test
    void aDomainAloneIsEnough() {
        ManagedLoginConfig login = read(Photos.class, Map.of());

        assertThat(login.userPool().id()).isEqualTo("eu-west-1_AbCdEfGhI");
        assertThat(login.clientId()).isEqualTo("web");
        assertThat(login.clientSecret()).isEmpty();
        assertThat(login.domain()).isEqualTo(URI.create("https://photos.auth.eu-west-1.amazoncognito.com"));
        assertThat(login.redirectUri()).hasToString("${baseURL}/callback");
        assertThat(login.scopes()).containsExactly("openid");
        assertThat(login.parameters()).isEmpty();
        SessionConfig sessions = sessions(Photos.class, Map.of());
        assertThat(sessions.clientIds()).containsExactly(Map.entry(Proof.MANAGED_LOGIN, "web"));
        assertThat(sessions.baseUrl()).isEqualTo(new BaseUrlConfig(Optional.empty(), Set.of(), Set.of()));
        assertThat(sessions.cookieKeys()).isEmpty();
        assertThat(login.logout().redirectUri()).hasToString("${baseURL}/");
        assertThat(login.logout().notifyProvider()).isTrue();
        assertThat(login.logout().revoke()).isTrue();
        assertThat(login.logout().everywhere()).isFalse();
    }

    @Test
    void theAnnotationMaySayEverything() {
        ManagedLoginConfig login = read(Everything.class, Map.of());

        assertThat(login.clientId()).isEqualTo("mobile");
        assertThat(login.clientSecret().map(Secret::reveal)).contains("from ${settings.secret}");
        assertThat(login.domain()).isEqualTo(URI.create("https://login.example.com"));
        assertThat(login.redirectUri()).hasToString("https://photos.example.com/photos/back");
        assertThat(login.scopes()).containsExactly("openid", "photos/read");
        assertThat(login.parameters())
                .containsExactly(
                        Map.entry("identity_provider", "Google"),
                        Map.entry("lang", "ko"),
                        Map.entry("prompt", "select_account"),
                        Map.entry("resource", "https://photos.example.com"));
        assertThat(login.logout().redirectUri()).hasToString("${baseURL}/bye");
        assertThat(login.logout().notifyProvider()).isFalse();
        assertThat(login.logout().revoke()).isFalse();
        assertThat(login.logout().everywhere()).isTrue();
    }

    @Test
    void operationsWinOverTheAnnotation() {
        Map<String, String> values = new HashMap<>();
        values.put("cognito.managed-login.client-id", "web");
        values.put("cognito.managed-login.client-secret", "from operations");
        values.put("cognito.managed-login.domain", "other");
        values.put("cognito.managed-login.redirect-uri", "#{baseURL}/oauth/callback");
        values.put("cognito.managed-login.scope", "openid, email");
        values.put("cognito.managed-login.identity-provider", "COGNITO");
        values.put("cognito.managed-login.lang", "fr");
        values.put("cognito.managed-login.prompt", "login");
        values.put("cognito.managed-login.resource", "https://other.example.com");
        values.put("cognito.session.base-url", "https://www.example.com/photos/");
        values.put("cognito.session.cookie-keys", KEY + "," + KEY.replace("M", "N"));
        values.put("cognito.managed-login.logout.redirect-uri", "https://www.example.com/");
        values.put("cognito.managed-login.logout.notify-provider", "true");
        values.put("cognito.managed-login.logout.revoke", "true");
        values.put("cognito.managed-login.logout.everywhere", "false");
        ManagedLoginConfig login = read(Everything.class, values);

        assertThat(login.clientId()).isEqualTo("web");
        assertThat(login.clientSecret().map(Secret::reveal)).contains("from operations");
        assertThat(login.domain()).isEqualTo(URI.create("https://other.auth.eu-west-1.amazoncognito.com"));
        assertThat(login.redirectUri()).hasToString("${baseURL}/oauth/callback");
        assertThat(login.scopes()).containsExactly("openid", "email");
        assertThat(login.parameters())
                .isEqualTo(Map.of(
                        "identity_provider",
                        "COGNITO",
                        "lang",
                        "fr",
                        "prompt",
                        "login",
                        "resource",
                        "https://other.example.com"));
        SessionConfig sessions = sessions(Everything.class, values);
        assertThat(sessions.baseUrl().fixed()).contains(URI.create("https://www.example.com/photos"));
        assertThat(sessions.cookieKeys()).hasSize(2);
        assertThat(login.logout().redirectUri()).hasToString("https://www.example.com/");
        assertThat(login.logout().notifyProvider()).isTrue();
        assertThat(login.logout().revoke()).isTrue();
        assertThat(login.logout().everywhere()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1_AbCdEfGhI, photos, https://photos.auth.eu-west-1.amazoncognito.com",
        "eu-west-1_AbCdEfGhI, photos-2, https://photos-2.auth.eu-west-1.amazoncognito.com",
        "us-gov-west-1_AbCdEfGhI, photos, https://photos.auth-fips.us-gov-west-1.amazoncognito.com",
        "eu-west-1_AbCdEfGhI, login.example.com, https://login.example.com",
        "us-gov-west-1_AbCdEfGhI, login.example.com, https://login.example.com",
        "eu-west-1_AbCdEfGhI, photos.auth.eu-west-1.amazoncognito.com, https://photos.auth.eu-west-1.amazoncognito.com",
    })
    void aDomainIsAPrefixOrAHost(String pool, String domain, URI expected) {
        Map<String, String> values = Map.of("cognito.user-pool.id", pool, "cognito.managed-login.domain", domain);

        assertThat(read(Photos.class, values).domain()).isEqualTo(expected);
    }

    @Test
    void anEndpointStandsInForTheDomain() {
        Map<String, String> values = Map.of(
                "cognito.allow-endpoint-override", "true",
                "cognito.managed-login.endpoint", "http://localhost:9339/");

        assertThat(read(Photos.class, values).domain()).isEqualTo(URI.create("http://localhost:9339"));
    }

    @Test
    void theEndpointOfServicesDoesNot() {
        Map<String, String> values =
                Map.of("cognito.allow-endpoint-override", "true", "cognito.endpoint", "http://127.0.0.1:9339");

        assertThat(read(Photos.class, values).domain())
                .isEqualTo(URI.create("https://photos.auth.eu-west-1.amazoncognito.com"));
    }

    @Test
    void hostsAndProxiesAreLists() {
        BaseUrlConfig baseUrl = sessions(
                        Photos.class,
                        Map.of(
                                "cognito.session.hosts", "WWW.example.com, www.example.com:8443",
                                "cognito.session.proxies", "10.0.0.1, 10.0.0.2"))
                .baseUrl();

        assertThat(baseUrl.hosts()).containsExactlyInAnyOrder("www.example.com", "www.example.com:8443");
        assertThat(baseUrl.proxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "-_8CAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "+/8CAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
            })
    void aKeyIsInEitherBase64(String key) {
        assertThat(sessions(Photos.class, Map.of("cognito.session.cookie-keys", key))
                        .cookieKeys())
                .singleElement()
                .satisfies(parsed -> assertThat(parsed.key().getEncoded()).hasSize(32))
                .hasToString("***");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "managed-login.domain | https://login.example.com | is 'https://login.example.com', expected the domain of the user pool:"
                        + " its prefix, such as photos, or a host name such as login.example.com",
                "managed-login.domain | login.example.com/oauth2 | is 'login.example.com/oauth2', expected the domain of the user pool:"
                        + " its prefix, such as photos, or a host name such as login.example.com",
                "managed-login.domain | Photos | is 'Photos', expected the domain of the user pool: its prefix, such as photos, or a host"
                        + " name such as login.example.com",
                "managed-login.domain | photos- | is 'photos-', expected the domain of the user pool: its prefix, such as photos, or a"
                        + " host name such as login.example.com",
                "managed-login.domain | evil.example@login | is 'evil.example@login', expected the domain of the user pool: its prefix,"
                        + " such as photos, or a host name such as login.example.com",
                "managed-login.redirect-uri | /callback | is '/callback', expected https, or http on the loopback interface, without a"
                        + " fragment, as in https://photos.example.com/callback; or ${baseURL} with a path behind it",
                "managed-login.redirect-uri | http://photos.example.com/callback | is 'http://photos.example.com/callback', expected"
                        + " https, or http on the loopback interface, without a fragment, as in"
                        + " https://photos.example.com/callback; or ${baseURL} with a path behind it",
                "managed-login.redirect-uri | https://photos.example.com/#top | is 'https://photos.example.com/#top', expected https, or"
                        + " http on the loopback interface, without a fragment, as in"
                        + " https://photos.example.com/callback; or ${baseURL} with a path behind it",
                "managed-login.redirect-uri | ${baseURL}callback | is '${baseURL}callback', expected a path behind ${baseURL}, as in"
                        + " ${baseURL}/callback",
                "managed-login.redirect-uri | ${baseURL}/a?b=c | is '${baseURL}/a?b=c', expected a path behind ${baseURL}, as in"
                        + " ${baseURL}/callback",
                "managed-login.redirect-uri | ${baseURL}.evil.example/ | is '${baseURL}.evil.example/', expected a path behind"
                        + " ${baseURL}, as in ${baseURL}/callback",
                "managed-login.redirect-uri | ${baseURL}/${other} | is '${baseURL}/${other}', expected a path behind ${baseURL}, as in"
                        + " ${baseURL}/callback",
                "managed-login.logout.redirect-uri | bye | is 'bye', expected https, or http on the loopback interface, without a"
                        + " fragment, as in https://photos.example.com/callback; or ${baseURL} with a path behind it",
                "managed-login.scope | email, profile | is [email, profile], expected openid among them: without it Cognito tells not"
                        + " who signed in",
                "session.base-url | www.example.com | is 'www.example.com', expected the application's address with its context"
                        + " path, such as https://www.example.com/photos",
                "session.base-url | http://www.example.com | is 'http://www.example.com', expected the application's address with"
                        + " its context path, such as https://www.example.com/photos",
                "session.base-url | https://www.example.com/?a=b | is 'https://www.example.com/?a=b', expected the application's"
                        + " address with its context path, such as https://www.example.com/photos",
                "session.base-url | https://user@www.example.com | is 'https://user@www.example.com', expected the application's"
                        + " address with its context path, such as https://www.example.com/photos",
                "session.hosts | https://www.example.com | is 'https://www.example.com', expected hosts as in www.example.com or"
                        + " www.example.com:8443",
                "session.hosts | www.example.com/photos | is 'www.example.com/photos', expected hosts as in www.example.com or"
                        + " www.example.com:8443",
                "session.hosts | *.example.com | is '*.example.com', expected hosts as in www.example.com or"
                        + " www.example.com:8443",
                "managed-login.logout.revoke | yes | is 'yes', expected true or false",
            })
    void aWrongValueStopsDeploymentAndSaysWhatWasExpected(String key, String value, String message) {
        assertThatThrownBy(() -> read(Photos.class, Map.of("cognito." + key, value)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito." + key + " (from test) " + message + " [definition on "
                        + Photos.class.getName() + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "c2hvcnQ=, a key has 5 bytes",
        "not base64!, a key is no Base64",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYw, a key has 33 bytes",
    })
    void aWrongCookieKeyIsToldWithoutShowingIt(String key, String why) {
        assertThatThrownBy(() -> read(Photos.class, Map.of("cognito.session.cookie-keys", KEY + "," + key)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.session.cookie-keys (from test) cannot be taken: " + why
                        + "; expected 32 bytes in Base64 each, as `openssl rand -base64 32` makes them"
                        + " [definition on " + Photos.class.getName() + "]");
    }

    @Test
    void cookieKeysThatAreSetToNothingAreAMistake() {
        assertThatThrownBy(() -> read(Photos.class, Map.of("cognito.session.cookie-keys", " , ")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageContaining("cognito.session.cookie-keys (from test) cannot be taken: there is no key");
    }

    @Test
    void aMissingDomainIsNamed() {
        assertThatThrownBy(() -> read(BearersOnly.class, Map.of("cognito.accepts", "MANAGED_LOGIN")))
                .hasMessageContaining("cognito.managed-login.domain (from annotation) is 'no such domain', expected");
    }

    @Test
    void ofSeveralClientsOneIsNamed() {
        assertThatThrownBy(() -> read(TwoClients.class, Map.of()))
                .hasMessage(
                        "COG-0001: cognito.managed-login.client-id is missing, and cognito.user-pool.client-ids names"
                                + " several; expected the app client by which people sign in [definition on "
                                + TwoClients.class.getName() + "]");
    }

    @Test
    void aSecretInTheSourceIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read(SecretInTheSource.class, Map.of()))
                .hasMessage(
                        "COG-0001: cognito.managed-login.client-secret (from annotation) is a secret in the source code"
                                + " and in every copy of the WAR; set the key instead, or have the annotation hold an expression"
                                + " such as ${settings.secret} [definition on " + SecretInTheSource.class.getName()
                                + "]");
    }

    @Test
    void configurationPrintsNoSecret() {
        CognitoSettings settings = settings(
                Everything.class,
                Map.of("cognito.managed-login.client-secret", "s3cr3t", "cognito.session.cookie-keys", KEY));

        assertThat(settings.toString()).contains("***").doesNotContain("s3cr3t", KEY);
    }

    @Test
    void bearersAreAcceptedUnlessSaid() {
        CognitoSettings settings = settings(BearersOnly.class, Map.of());

        assertThat(settings.acceptsBearer()).isTrue();
        assertThat(settings.managedLogin())
                .as("and nothing of managed login is read")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BEARER, true, false",
        "managed_login, false, true",
        "'MANAGED_LOGIN,BEARER', true, true",
    })
    void operationsSayWhatIsAccepted(String accepts, boolean bearer, boolean login) {
        CognitoSettings settings = settings(Everything.class, Map.of("cognito.accepts", accepts));

        assertThat(settings.acceptsBearer()).isEqualTo(bearer);
        assertThat(settings.managedLogin().isPresent()).isEqualTo(login);
    }

    @Test
    void anUnknownProofIsNamed() {
        assertThatThrownBy(() -> settings(Photos.class, Map.of("cognito.accepts", "PASSWORD")))
                .hasMessageStartingWith(
                        "COG-0001: cognito.accepts (from test) is 'PASSWORD', expected one of [BEARER, MANAGED_LOGIN, FORM, BASIC]");
    }

    @Test
    void anApplicationThatAcceptsNothingIsNotDeployed() {
        assertThatThrownBy(() -> settings(Photos.class, Map.of("cognito.accepts", ",")))
                .hasMessageStartingWith("COG-0001: cognito.accepts (from test) is ',', expected at least one value");
    }

    private static ManagedLoginConfig read(Class<?> annotated, Map<String, String> values) {
        return settings(annotated, values).managedLogin().orElseThrow();
    }

    private static SessionConfig sessions(Class<?> annotated, Map<String, String> values) {
        return settings(annotated, values).sessions().orElseThrow();
    }

    private static CognitoSettings settings(Class<?> annotated, Map<String, String> values) {
        return new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        annotated.getName(),
                        annotated.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> "from " + expression);
    }
}
