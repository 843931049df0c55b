package io.github.cognitoee.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.Faults;
import io.github.cognitoee.emulator.Iam;
import io.github.cognitoee.emulator.Issuer;
import io.github.cognitoee.emulator.KeyFault;
import io.github.cognitoee.emulator.LoginProviders;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.Risks;
import io.github.cognitoee.emulator.TokenMinter;
import io.github.cognitoee.emulator.Triggers;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@EmulatedCognito(
        pool = "eu-central-1_Orders",
        clients = {"web", "mobile"},
        groups = {
            @TestGroup(name = "admins", role = "arn:aws:iam::123456789012:role/Admins"),
            @TestGroup(name = "users")
        },
        users = {
            @TestUser(name = "alice", groups = "users", attributes = "email=alice@example.com"),
            @TestUser(
                    name = "root",
                    groups = {"users", "admins"},
                    sub = "00000000-0000-4000-8000-000000000001")
        },
        identityPool = "eu-central-1:00000000-0000-4000-8000-000000000002")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatedCognitoTest {

    private static final String POOL = "eu-central-1_Orders";
    private static final String STAFF = "arn:aws:iam::123456789012:saml-provider/Staff";

    @Emulated
    static CognitoEmulator ofTheClass;

    private static List<String> firstKeys;

    @Emulated
    private TokenMinter tokens;

    @Emulated
    private URI endpoint;

    @Emulated
    private Iam policies;

    @BeforeAll
    static void isThereBeforeAllTests(CognitoEmulator emulator) {
        assertThat(emulator).isSameAs(ofTheClass);
        firstKeys = emulator.keys(POOL).publishedIds();
    }

    @BeforeEach
    void isThereBeforeEachTest(CognitoEmulator emulator) {
        assertThat(tokens).isSameAs(emulator.tokens());
    }

    @Test
    void usersGroupsAndClientsAreThoseOfTheAnnotation() throws ParseException {
        assertThat(claims(tokens.user("alice").idToken()))
                .containsEntry("iss", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Orders")
                .containsEntry("aud", List.of("web"))
                .containsEntry("cognito:groups", List.of("users"))
                .containsEntry("email", "alice@example.com");
        assertThat(claims(tokens.user("root").client("mobile").idToken()))
                .containsEntry("aud", List.of("mobile"))
                .containsEntry("sub", "00000000-0000-4000-8000-000000000001")
                .containsEntry("cognito:preferred_role", "arn:aws:iam::123456789012:role/Admins");
    }

    @Test
    void partsOfTheEmulatorArePassedByTheirType(
            CognitoEmulator emulator, Faults faults, RequestCounts requests, @Emulated URI address) {
        assertThat(faults).isSameAs(emulator.faults());
        assertThat(requests).isSameAs(emulator.requests());
        assertThat(address).isEqualTo(emulator.endpoint()).isEqualTo(endpoint);
    }

    @Test
    void policiesAndLoginsElsewhereAreParts(CognitoEmulator emulator, Iam iam, LoginProviders providers) {
        assertThat(iam).isSameAs(emulator.iam()).isSameAs(policies);
        assertThat(providers).isSameAs(emulator.loginProviders());
    }

    @Test
    @Order(1)
    void aTestMayChangeWhatItLikes(CognitoEmulator emulator, MovableClock clock, LoginProviders providers)
            throws IOException {
        providers.addSamlProvider(STAFF, "https://idp.example.com/metadata");
        emulator.keys(POOL).rotate();
        emulator.keys(POOL).retireOld();
        emulator.keys(POOL).noCacheControl();
        emulator.faults().keys(KeyFault.status(503));
        clock.advance(Duration.ofDays(400));

        assertThat(keySet().getResponseCode()).isEqualTo(503);
        assertThat(emulator.requests().count("jwks")).isOne();
    }

    @Test
    @Order(2)
    void theNextTestSeesNothingOfIt(CognitoEmulator emulator, MovableClock clock, LoginProviders providers)
            throws IOException {
        assertThatThrownBy(() -> providers.saml(STAFF, "kim")).isInstanceOf(IllegalArgumentException.class);
        assertThat(emulator.requests().total()).isZero();
        assertThat(emulator.keys(POOL).publishedIds()).isEqualTo(firstKeys);
        assertThat(clock.instant()).isBeforeOrEqualTo(Instant.now());
        assertThat(keySet().getResponseCode()).isEqualTo(200);
        assertThat(keySet().getHeaderField("Cache-Control")).isEqualTo("public, max-age=86400");
    }

    @Test
    void configurationIsWhatAnApplicationIsToBeTold(CognitoEmulator emulator) {
        assertThat(emulator.configuration())
                .containsOnly(
                        Map.entry("cognito.endpoint", emulator.endpoint().toString()),
                        Map.entry("cognito.allow-endpoint-override", "true"),
                        Map.entry("cognito.user-pool.id", POOL),
                        Map.entry("cognito.user-pool.client-ids", "web,mobile"),
                        Map.entry("cognito.identity-pool.id", "eu-central-1:00000000-0000-4000-8000-000000000002"));
    }

    @Nested
    class InsideOfIt {

        @Emulated
        private TokenMinter tokensInside;

        @Test
        void theEmulatorIsTheSame(CognitoEmulator emulator) {
            assertThat(emulator).isSameAs(ofTheClass);
            assertThat(tokensInside).isSameAs(tokens).isSameAs(emulator.tokens());
        }
    }

    @Nested
    @EmulatedCognito(users = @TestUser(name = "alice@example.com"), usernameAttributes = "email")
    class WithAddressesInPlaceOfUserNames {

        @Test
        void aTokenHasTheGeneratedName(TokenMinter minter) throws Exception {
            JWTClaimsSet claims =
                    JWTParser.parse(minter.user("alice@example.com").idToken()).getJWTClaimsSet();

            assertThat(claims.getStringClaim("email")).isEqualTo("alice@example.com");
            assertThat(claims.getStringClaim("cognito:username")).isEqualTo(claims.getSubject());
        }

        @Test
        void functionsAndVerdictsAreParts(CognitoEmulator emulator, Triggers triggers, Risks risks) {
            assertThat(triggers).isSameAs(emulator.triggers());
            assertThat(risks).isSameAs(emulator.risks());
        }
    }

    @Nested
    @EmulatedCognito
    class WithAnAnnotationOfItsOwn {

        @Test
        void theEmulatorIsAnotherAndTheOneThatIsBuiltIn(CognitoEmulator emulator) {
            assertThat(emulator).isNotSameAs(ofTheClass);
            assertThat(emulator.configuration())
                    .containsEntry(
                            "cognito.user-pool.id",
                            EmulatorConfig.defaults().userPools().get(0).id());
        }
    }

    @Nested
    @EmulatedCognito(config = "config.json", issuer = Issuer.REACHABLE)
    class WithAFileAndAReachableIssuer {

        @Test
        void theConfigurationIsTheFilesAndNamesTheIssuer(CognitoEmulator emulator) {
            assertThat(emulator.configuration())
                    .containsEntry("cognito.user-pool.id", "us-east-1_File")
                    .containsEntry("cognito.user-pool.client-ids", "ofTheFile")
                    .containsEntry("cognito.user-pool.issuer", emulator.endpoint() + "/us-east-1_File")
                    .doesNotContainKey("cognito.identity-pool.id");
        }
    }

    private static Map<String, Object> claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
    }

    private HttpURLConnection keySet() throws IOException {
        return (HttpURLConnection)
                endpoint.resolve("/" + POOL + "/.well-known/jwks.json").toURL().openConnection();
    }
}
