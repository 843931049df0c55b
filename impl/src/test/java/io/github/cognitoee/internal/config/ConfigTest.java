package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

    private static final String ID = "eu-west-1_AbCdEfGhI";

    @ParameterizedTest
    @ValueSource(strings = {"", "AbCdEfGhI", "eu-west-1_", "eu-west-1_Ab/Cd", "eu-west-1_Ab\n"})
    void aPoolIdHasRegionAndName(String id) {
        assertThatThrownBy(() -> pool(id, Set.of("web"), "https://keys.example.com"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("User pool id '%s' is not of the form <region>_<name>, such as eu-west-1_AbCdEfGhI", id);
    }

    @Test
    void aPoolNeedsAClient() {
        assertThatThrownBy(() -> pool(ID, Set.of(), "https://keys.example.com"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("User pool eu-west-1_AbCdEfGhI has no client ids; name at least one app client");
        assertThatThrownBy(() -> pool(ID, Set.of("web", " "), "https://keys.example.com"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("User pool eu-west-1_AbCdEfGhI has a blank client id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://keys.example.com", "http://localhost:1", "http://127.0.0.1:1/", "http://[::1]:1"})
    void keysComeByHttpsOrOverTheLoopbackInterface(String address) {
        assertThat(pool(ID, Set.of("web"), address).keys()).isEqualTo(new KeyLocation.Published(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://keys.example.com", "http://127.0.0.1.example.com", "file:/keys", "/keys", "https:x"})
    void keysDoNotComeAnyOtherWay(String address) {
        assertThatThrownBy(() -> pool(ID, Set.of("web"), address))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("Key set address %s is neither https nor http on the loopback interface", address);
    }

    @Test
    void theSetsOfAPoolAreCopies() {
        Set<String> clients = new HashSet<>(Set.of("web"));
        UserPoolConfig pool = pool(ID, clients, "https://keys.example.com");

        clients.add("other");

        assertThat(pool.clientIds()).containsExactly("web");
    }

    @Test
    void verificationNeedsAPool() {
        assertThatThrownBy(() -> verification(List.of(), BearerTokens.ANY, Set.of(), Duration.ZERO))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("No user pool is configured; name at least one");
    }

    @Test
    void noTwoPoolsHaveOneIssuer() {
        UserPoolConfig pool = pool(ID, Set.of("web"), "https://keys.example.com");

        UserPoolConfig other = pool("eu-west-1_Other", Set.of("web"), "https://keys.example.com");

        assertThatThrownBy(() -> verification(List.of(pool, other), BearerTokens.ANY, Set.of(), Duration.ZERO))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("Two user pools have the issuer https://issuer.example.com");
        assertThatThrownBy(() -> verification(List.of(pool, pool), BearerTokens.ANY, Set.of(), Duration.ZERO))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("User pool eu-west-1_AbCdEfGhI is configured twice");
    }

    @Test
    void scopesCannotBeRequiredOfIdTokens() {
        List<UserPoolConfig> pools = List.of(pool(ID, Set.of("web"), "https://keys.example.com"));

        assertThatThrownBy(() -> verification(pools, BearerTokens.ID, Set.of("openid"), Duration.ZERO))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "Scopes are required of ID tokens, which carry none; require groups, or let access tokens in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "a\\b", "a\r\nX-Header: b", ""})
    void aRequiredScopeIsOneThatATokenCanHold(String scope) {
        List<UserPoolConfig> pools = List.of(pool(ID, Set.of("web"), "https://keys.example.com"));

        assertThatThrownBy(() -> verification(pools, BearerTokens.ACCESS, Set.of(scope), Duration.ZERO))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("Required scope '" + scope + "' holds a character that no scope has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT5M1S"})
    void theClockSkewIsBounded(Duration skew) {
        List<UserPoolConfig> pools = List.of(pool(ID, Set.of("web"), "https://keys.example.com"));

        assertThatThrownBy(() -> verification(pools, BearerTokens.ANY, Set.of(), skew))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("Clock skew %s is not between zero and PT5M", skew);
    }

    private static UserPoolConfig pool(String id, Set<String> clients, String jwksUri) {
        return new UserPoolConfig(
                id,
                new Region("eu-west-1"),
                clients,
                Set.of("https://issuer.example.com"),
                new KeyLocation.Published(URI.create(jwksUri)));
    }

    private static VerificationConfig verification(
            List<UserPoolConfig> pools, BearerTokens bearerTokens, Set<String> scopes, Duration skew) {
        return new VerificationConfig(pools, bearerTokens, scopes, Set.of(), "cognito:groups", skew);
    }
}
