package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.passwords.ByOurBasic;
import io.github.cognitoee.it.passwords.MembersServlet;
import io.github.cognitoee.it.passwords.OpenServlet;
import io.github.cognitoee.it.passwords.WhoResource;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that send name and password with each request, beside those that send tokens. */
@ExtendWith(ArquillianExtension.class)
class BasicIT {

    private static final String CHALLENGE = "Basic realm=\"orders\", charset=\"UTF-8\"";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                "our-basic", Map.of(), ByOurBasic.class, WhoResource.class, MembersServlet.class, OpenServlet.class);
    }

    @Test
    void aGoodPasswordIsTheCallerAsByAToken() {
        Answer answer = Call.to(war, "api/who").basic("alice", "Alice-Passw0rd").get();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.lines())
                .isEqualTo(Map.of(
                        "request", "alice",
                        "security", "alice",
                        "caller", "alice",
                        "email", "alice@example.com",
                        "groups", "[users]",
                        "identity", "true"));
        assertThat(Call.to(war, "members")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .body())
                .isEqualTo("member alice, to Cognito alice");
    }

    @Test
    void whatAnotherSiteHasABrowserSendMayReadAndNoMore() {
        Call ofAnotherSite =
                Call.to(war, "members").basic("alice", "Alice-Passw0rd").header("Origin", "https://evil.example");

        assertThat(ofAnotherSite.send("POST").status()).isEqualTo(403);
        assertThat(ofAnotherSite.get().body()).isEqualTo("member alice, to Cognito alice");
    }

    @Test
    void groupsAreRoles() {
        assertThat(Call.to(war, "api/who/admins")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(403);
        assertThat(Call.to(war, "api/who/admins")
                        .basic("admin", "Admin-Passw0rd")
                        .get()
                        .body())
                .isEqualTo("for admins");
    }

    @Test
    void scopesAreThoseOfASignIn() {
        assertThat(Call.to(war, "api/who/own-account")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(200);
        assertThat(Call.to(war, "api/who/orders")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenIsTakenAsBefore() {
        assertThat(Call.to(war, "members")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/who", "members", "open"})
    void withAWrongPasswordNobodyIsCaller(String path) {
        Answer answer = Call.to(war, path).basic("alice", "wrong").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo(CHALLENGE);
        assertThat(answer.body()).doesNotContain("alice");
    }

    @ParameterizedTest
    @CsvSource({"nobody, Alice-Passw0rd", "dora, Doras-Passw0rd", "alice, ''"})
    void norByANameThatIsNotThereOrDisabled(String name, String password) {
        Answer answer = Call.to(war, "members").basic(name, password).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo(CHALLENGE);
    }

    @Test
    void whoHasASecondFactorIsToldThatMoreIsDue() {
        Answer answer = Call.to(war, "api/who").basic("tess", "Tess-Passw0rd").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge())
                .isEqualTo(CHALLENGE + ", error=\"interaction_required\", error_description=\"More than a password is"
                        + " due\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/who", "members", "open"})
    void whileCognitoCannotBeAskedNoPasswordIsWrong(String path) {
        Answer answer = Cognito.whileSignInsFail(
                () -> Call.to(war, path).basic("fred", "Fred-Passw0rd").get());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
        assertThat(answer.challenge()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic YWxpY2U="})
    void whatIsNoPasswordIsABadRequest(String header) {
        assertThat(Call.to(war, "open").header("Authorization", header).get().status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/who", "members"})
    void anonymousCallersAreOfferedBoth(String path) {
        Answer answer = Call.to(war, path).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("www-authenticate"))
                .containsExactlyInAnyOrder("Bearer realm=\"cognito\"", CHALLENGE);
        assertThat(Call.to(war, "open").get().body()).isEqualTo("caller null, to Cognito nobody");
    }

    @Test
    void aBurstIsOneSignIn() {
        long before = Cognito.requests().count("InitiateAuth");

        List<CompletableFuture<Answer>> burst = IntStream.range(0, 12)
                .mapToObj(i ->
                        Call.to(war, "members").basic("lena", "Lenas-Passw0rd").getAsync())
                .toList();

        assertThat(burst)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(Cognito.requests().count("InitiateAuth") - before).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAfterTheRightOneIsWrongAllTheSame() {
        assertThat(Call.to(war, "members")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(200);
        assertThat(Call.to(war, "members").basic("alice", "wrong").get().status())
                .isEqualTo(401);
        assertThat(Call.to(war, "members")
                        .basic("admin", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(401);
    }
}
