package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.claims.Testimony;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.ExpectedClaims;
import java.lang.reflect.Field;
import java.net.CookieManager;
import java.net.URL;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens and claims as MicroProfile JWT has them injected, in each type and into each kind of holder. Callers take turns at
 * each holder, so that what one of them left behind would be seen by the next. Subclasses name the holders.
 */
@ExtendWith(ArquillianExtension.class)
abstract class InjectedClaims {

    static final List<ExpectedClaims> TURNS = turns();

    /** Holder by holder, what it said at each turn. */
    private static final Map<String, List<Answer>> TESTIMONIES = new ConcurrentHashMap<>();

    @ArquillianResource
    private URL war;

    private static List<ExpectedClaims> turns() {
        TokenRecipe alice = Cognito.alice()
                .withClaim("text", "alice's")
                .withClaim("number", 7)
                .withClaim("truth", true)
                .withClaim("decimal", 1.5)
                .withClaim("words", List.of("ah", "oh"))
                .withClaim("thing", Map.of("of", List.of(1, "two", false)))
                .withClaim("custom:age", "42")
                .withClaim("custom:vip", "true");
        TokenRecipe admin = Cognito.admin()
                .withClaim("text", "the admin's")
                .withClaim("number", 8_000_000_000L)
                .withClaim("truth", false)
                .withClaim("decimal", -2.25)
                .withClaim("words", List.of())
                .withClaim("thing", Map.of("in", Map.of("another", "thing")))
                .withClaim("custom:age", "-1")
                .withClaim("custom:vip", "false");
        return List.of(
                ExpectedClaims.of("alice", alice.idToken()),
                ExpectedClaims.of("admin", admin.accessToken()),
                ExpectedClaims.ofNobody(),
                ExpectedClaims.of("alice", alice.accessToken()),
                ExpectedClaims.ofNobody(),
                ExpectedClaims.of("admin", admin.idToken()));
    }

    /** One for each claim of each holder, by the paths at which holders answer. */
    static Stream<Arguments> injectionPointsOf(Map<String, Class<?>> holders) {
        return holders.entrySet().stream().flatMap(holder -> Testimony.claims(holder.getValue())
                .map(field -> Arguments.of(holder.getKey(), field.getName(), field)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("injectionPoints")
    void claimIsThatOfTheRequestsCaller(String holder, String name, Field field) {
        List<Answer> answers = answers(holder);

        for (int turn = 0; turn < TURNS.size(); turn++) {
            assertThat(answers.get(turn).lines())
                    .as("turn %d", turn)
                    .containsEntry(name, TURNS.get(turn).of(field));
        }
    }

    static Stream<Arguments> tokensOf(Map<String, Class<?>> holders) {
        return holders.keySet().stream()
                .flatMap(holder -> TURNS.get(0).ofToken().keySet().stream().map(what -> Arguments.of(holder, what)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tokens")
    void tokenIsThatOfTheRequestsCaller(String holder, String what) {
        List<Answer> answers = answers(holder);

        for (int turn = 0; turn < TURNS.size(); turn++) {
            assertThat(answers.get(turn).lines())
                    .as("turn %d", turn)
                    .containsEntry(what, TURNS.get(turn).ofToken().get(what));
        }
    }

    private List<Answer> answers(String holder) {
        return TESTIMONIES.computeIfAbsent(holder, path -> {
            HttpClient oneSession =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            return TURNS.stream().map(turn -> get(path, turn, oneSession)).toList();
        });
    }

    Answer get(String path, ExpectedClaims turn, HttpClient client) {
        Call call = Call.to(war, path).via(client);
        Answer answer = turn.token().map(call::bearer).orElse(call).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
