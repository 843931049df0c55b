package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BasicLogin;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read where people sign in by passwords: HTTP Basic, and the identity store alone. */
class PasswordSettingsTest {

    private static final OtherMechanism FORM = new OtherMechanism(Optional.empty());
    private static final OtherMechanism JAKARTAS_BASIC = new OtherMechanism(Optional.of("jakarta"));

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = {Proof.BEARER, Proof.BASIC},
            basic = @BasicLogin(realm = "orders"))
    private static class Orders {}

    @CognitoIdentityStoreDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            requiredGroups = "staff",
            callerNameClaim = "custom:employee",
            callerGroupsClaim = "teams")
    private static class Staff {}

    @Test
    void theRealmIsTheAnnotationsAndPasswordsAreRememberedForAMinute() {
        assertThat(orders(Map.of()).basic()).contains(new BasicConfig("orders", Duration.ofSeconds(60)));
        assertThat(orders(Map.of()).otherMechanism()).isEmpty();
    }

    @Test
    void bothHaveKeys() {
        assertThat(orders(Map.of("cognito.basic.realm", "stock", "cognito.basic.remembered-for", "PT0S"))
                        .basic())
                .contains(new BasicConfig("stock", Duration.ZERO));
    }

    @Test
    void whereBasicIsNotAcceptedThereIsNone() {
        assertThat(orders(Map.of("cognito.accepts", "BEARER")).basic()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M1S", "PT-1S"})
    void passwordsAreRememberedForAMinuteAtMost(String time) {
        assertThatThrownBy(() -> orders(Map.of("cognito.basic.remembered-for", time)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.basic.remembered-for (from test) is " + time
                        + ", expected from PT0S to PT1M [definition on " + Orders.class.getName() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"quoted\" one", "back\\slash", "주문"})
    void aRealmIsTextThatHeadersCanHold(String realm) {
        assertThatThrownBy(() -> orders(Map.of("cognito.basic.realm", realm)))
                .hasMessage("COG-0001: cognito.basic.realm (from test) is '" + realm
                        + "', expected printable text of ASCII, without quotation marks and backslashes"
                        + " [definition on " + Orders.class.getName() + "]");
    }

    @Test
    void scopesThatNoSignInByAPasswordHasAreNotRequired() {
        assertThatThrownBy(() -> orders(Map.of("cognito.required-scopes", "orders/read")))
                .hasMessage(
                        "COG-0001: cognito.required-scopes (from test) is [orders/read], which nobody holds who signs in"
                                + " by a password; require groups, or remove BASIC from cognito.accepts [definition on "
                                + Orders.class.getName() + "]");
    }

    @Test
    void theStoreAloneHasTheUserPoolAndItsCallersAndNoMechanism() {
        CognitoSettings settings = staff(FORM, Map.of());

        assertThat(settings.verification().userPools()).singleElement().satisfies(pool -> assertThat(pool.id())
                .isEqualTo("eu-west-1_AbCdEfGhI"));
        assertThat(settings.verification().requiredGroups()).containsExactly("staff");
        assertThat(settings.verification().groupsClaim()).isEqualTo("teams");
        assertThat(settings.callerNameClaim()).contains("custom:employee");
        assertThat(settings.otherMechanism()).contains(FORM);
        assertThat(settings.acceptsBearer()).isFalse();
        assertThat(settings.managedLogin()).isEmpty();
        assertThat(settings.basic()).isEmpty();
    }

    @Test
    void configurationWinsThereToo() {
        assertThat(staff(FORM, Map.of("cognito.required-groups", "admins"))
                        .verification()
                        .requiredGroups())
                .containsExactly("admins");
    }

    @Test
    void underJakartasBasicPasswordsAreRemembered() {
        assertThat(staff(JAKARTAS_BASIC, Map.of("cognito.basic.remembered-for", "PT5S"))
                        .basic())
                .contains(new BasicConfig("jakarta", Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cognito.accepts", "cognito.required-scopes"})
    void whatIsOfTheMechanismAloneIsRefused(String key) {
        assertThatThrownBy(() -> staff(FORM, Map.of(key, "BEARER")))
                .hasMessage("COG-0001: " + key + " (from test) is for the library's own mechanism, and"
                        + " @CognitoIdentityStoreDefinition has none; remove the key [definition on "
                        + Staff.class.getName() + "]");
    }

    private static CognitoSettings orders(Map<String, String> configuration) {
        return reader(configuration)
                .read(
                        Orders.class.getName(),
                        Orders.class.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> expression);
    }

    private static CognitoSettings staff(OtherMechanism mechanism, Map<String, String> configuration) {
        return reader(configuration)
                .readStore(
                        Staff.class.getName(),
                        Staff.class.getAnnotation(CognitoIdentityStoreDefinition.class),
                        mechanism,
                        Optional.empty(),
                        expression -> expression);
    }

    private static SettingsReader reader(Map<String, String> configuration) {
        return new SettingsReader(List.of(ConfigSource.of("test", configuration)));
    }
}
