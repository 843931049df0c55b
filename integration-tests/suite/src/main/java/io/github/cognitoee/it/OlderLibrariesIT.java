package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenPair;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.older.OlderApplication;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An application's dependency management may name older versions of what the library brings: nothing is weaker with them. */
@ExtendWith(ArquillianExtension.class)
class OlderLibrariesIT {

    private static final String UNREACHABLE = "http://127.0.0.1:1/keys";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withOlderLibraries(OlderApplication.class);
    }

    @ParameterizedTest
    @CsvSource({
        "org.jose4j.jwk.JsonWebKey, jose4j-0.7.12.jar",
        "com.github.benmanes.caffeine.cache.Caffeine, caffeine-3.0.5.jar",
        "software.amazon.awssdk.core.SdkClient, sdk-core-2.33.0.jar"
    })
    void theApplicationHasTheOlderOne(String type, String jar) {
        assertThat(Call.to(war, "api/older/jar-of/" + type).get().body()).isEqualTo(jar);
    }

    @Test
    void callersComeInAndTheirClaimsAreRead() {
        Answer answer = get("caller", Cognito.alice().accessToken());

        assertThat(answer.body()).isEqualTo("alice by demo0client0of0photo0album");
    }

    @Test
    void callersHaveCredentials() {
        TokenPair tokens = Cognito.alice().pair();

        Answer answer = Call.to(war, "api/older/access-key")
                .bearer(tokens.accessToken())
                .header("X-Cognito-Id-Token", tokens.idToken())
                .get();

        assertThat(answer.body()).startsWith("ASIA");
    }

    static Stream<HostileToken> hostileTokens() {
        return Stream.of(
                        HostileTokens.notCompactJws(),
                        HostileTokens.algorithms(),
                        HostileTokens.keys(UNREACHABLE),
                        HostileTokens.json(),
                        HostileTokens.claims(),
                        HostileTokens.issuers(UNREACHABLE))
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTokens")
    void hostileTokensAreRefused(HostileToken token) {
        Answer answer = get("caller", token.text());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo(token.challenge());
    }

    private Answer get(String what, String token) {
        return Call.to(war, "api/older/" + what).bearer(token).get();
    }
}
