package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.passwords.ByJakartasBasic;
import io.github.cognitoee.it.passwords.ByJakartasCustomForm;
import io.github.cognitoee.it.passwords.ByJakartasForm;
import io.github.cognitoee.it.passwords.CustomFormServlet;
import io.github.cognitoee.it.passwords.FormServlet;
import io.github.cognitoee.it.passwords.MembersServlet;
import io.github.cognitoee.it.passwords.OpenServlet;
import io.github.cognitoee.it.passwords.WhoResource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cognito behind Jakarta Security's own logins: HTTP Basic, the form and the custom form. */
@Tag("pages")
@ExtendWith(ArquillianExtension.class)
class JakartaLoginIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> ALICE = Map.of(
            "request", "alice",
            "security", "alice",
            "caller", "alice",
            "email", "alice@example.com",
            "groups", "[users]",
            "identity", "true");

    @ArquillianResource
    @OperateOnDeployment("basic")
    private URL basic;

    @ArquillianResource
    @OperateOnDeployment("form")
    private URL form;

    @ArquillianResource
    @OperateOnDeployment("custom")
    private URL custom;

    @Deployment(name = "basic", testable = false)
    static WebArchive basic() {
        return war("jakartas-basic", ByJakartasBasic.class);
    }

    @Deployment(name = "form", testable = false)
    static WebArchive form() {
        return war("jakartas-form", ByJakartasForm.class, FormServlet.class);
    }

    @Deployment(name = "custom", testable = false)
    static WebArchive custom() {
        return war("jakartas-custom-form", ByJakartasCustomForm.class, CustomFormServlet.class);
    }

    private static WebArchive war(String name, Class<?>... own) {
        return Wars.of(name, Map.of(), WhoResource.class, MembersServlet.class, OpenServlet.class)
                .addClasses(own);
    }

    @Test
    void underBasicAGoodPasswordIsTheCallerAsByAToken() {
        Answer answer =
                Call.to(basic, "api/who").basic("alice", "Alice-Passw0rd").get();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.lines()).isEqualTo(ALICE);
        assertThat(Call.to(basic, "members")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .body())
                .isEqualTo("member alice, to Cognito alice");
    }

    @Test
    void underBasicGroupsAreRolesAndScopesThoseOfASignIn() {
        assertThat(Call.to(basic, "api/who/admins")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(403);
        assertThat(Call.to(basic, "api/who/admins")
                        .basic("admin", "Admin-Passw0rd")
                        .get()
                        .body())
                .isEqualTo("for admins");
        assertThat(Call.to(basic, "api/who/own-account")
                        .basic("alice", "Alice-Passw0rd")
                        .get()
                        .status())
                .isEqualTo(200);
        Answer without = Call.to(basic, "api/who/orders")
                .basic("alice", "Alice-Passw0rd")
                .get();
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.challenge()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alice, wrong",
        "nobody, Alice-Passw0rd",
        "dora, Doras-Passw0rd",
        "tess, Tess-Passw0rd",
    })
    void underBasicNobodyIsCallerWithoutAGoodPassword(String name, String password) {
        Answer members = Call.to(basic, "members").basic(name, password).get();
        assertThat(members.status()).isEqualTo(401);
        assertThat(members.challenge()).startsWith("Basic realm=\"jakarta\"");
        assertThat(Call.to(basic, "api/who").basic(name, password).get().status())
                .isEqualTo(401);
        assertThat(Call.to(basic, "open").basic(name, password).get().body()).doesNotContain("caller " + name);
    }

    @Test
    void underBasicNobodyIsSignedInWhileCognitoCannotBeAskedAndTheLogSaysSo() throws IOException {
        Answer answer = Cognito.whileSignInsFail(
                () -> Call.to(basic, "members").basic("fred", "Fred-Passw0rd").get());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(ServerLog.readOnce(log -> log.contains("COG-0043")))
                .contains("COG-0043: a name and a password could not be put to Cognito: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/who", "members"})
    void underBasicAnonymousCallersAreChallengedForAPassword(String path) {
        Answer answer = Call.to(basic, path).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).startsWith("Basic realm=\"jakarta\"");
        assertThat(Call.to(basic, "open").get().body()).isEqualTo("caller null, to Cognito nobody");
    }

    @Test
    void underBasicAPasswordIsPutToCognitoOnce() {
        long before = Cognito.requests().count("InitiateAuth");

        for (int i = 0; i < 5; i++) {
            assertThat(Call.to(basic, "members")
                            .basic("lena", "Lenas-Passw0rd")
                            .get()
                            .status())
                    .isEqualTo(200);
        }

        assertThat(Cognito.requests().count("InitiateAuth") - before).isLessThanOrEqualTo(1);
    }

    @Test
    void byTheFormPeopleComeToThePageThatTheyAskedForAndStaySignedIn() {
        Browser browser = new Browser().open(at(form, "members"));
        assertThat(browser.body()).contains("Please sign in");

        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");

        assertThat(browser.body()).isEqualTo("member alice, to Cognito alice");
        assertThat(browser.open(at(form, "open")).body()).isEqualTo("caller alice, to Cognito alice");
        assertThat(browser.open(at(form, "members")).body()).isEqualTo("member alice, to Cognito alice");
        assertThat(browser.fetch("GET", at(form, "api/who")).answer().lines()).isEqualTo(ALICE);
        assertThat(browser.fetch("GET", at(form, "api/who/admins")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"alice, wrong", "nobody, Alice-Passw0rd", "dora, Doras-Passw0rd", "tess, Tess-Passw0rd"})
    void byTheFormNobodyComesInWithoutAGoodPassword(String name, String password) {
        Browser browser = new Browser().open(at(form, "members"));

        browser.submit("j_username", name, "j_password", password);

        assertThat(browser.body()).contains("Not signed in");
        assertThat(browser.open(at(form, "members")).body()).contains("Please sign in");
        assertThat(browser.open(at(form, "open")).body()).isEqualTo("caller null, to Cognito nobody");
    }

    @Test
    void withoutASessionAScriptIsToldThatNobodyIsSignedIn() {
        Answer answer = Call.to(form, "api/who").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Login realm=\"cognito\"");
    }

    @Test
    void whoSignsOutOfTheFormIsOut() {
        Browser browser = signedInByForm();

        assertThat(browser.post(at(form, "open"), Map.of()).body()).isEqualTo("caller null, to Cognito nobody");

        assertThat(browser.open(at(form, "members")).body()).contains("Please sign in");
    }

    @Test
    void theSessionOfTheFormEndsWithItsTokens() {
        Browser[] browser = new Browser[1];
        Cognito.earlier(Duration.ofMinutes(60).plusSeconds(45), () -> browser[0] = signedInByForm());

        Instant patience = Instant.now().plus(PATIENCE);
        while (browser[0].open(at(form, "members")).body().startsWith("member")
                && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }

        assertThat(browser[0].body()).contains("Please sign in");
        assertThat(browser[0].open(at(form, "open")).body()).isEqualTo("caller null, to Cognito nobody");
        assertThat(browser[0].fetch("GET", at(form, "api/who")).status()).isEqualTo(401);
    }

    @Test
    void byTheCustomFormPeopleComeToThePageThatTheyAskedFor() {
        Browser browser = new Browser().open(at(custom, "members"));

        browser.submit("name", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.body()).isEqualTo("member alice, to Cognito alice");
        assertThat(browser.fetch("GET", at(custom, "api/who")).answer().lines()).isEqualTo(ALICE);
    }

    @Test
    void byTheCustomFormTheCallerIsThereInTheRequestOfTheSignIn() {
        Browser browser = new Browser().open(at(custom, "login"));

        browser.submit("name", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.body()).isEqualTo("signed in alice");
    }

    @ParameterizedTest
    @CsvSource({
        "alice, wrong, BAD_CREDENTIALS",
        "nobody, Alice-Passw0rd, BAD_CREDENTIALS",
        "dora, Doras-Passw0rd, USER_DISABLED",
        "tess, Tess-Passw0rd, AuthenticatorCode",
    })
    void theCustomFormCanTellWhyNobodyIsSignedIn(String name, String password, String why) {
        Browser browser = new Browser().open(at(custom, "login"));

        browser.submit("name", name, "password", password);

        assertThat(browser.body()).isEqualTo("not signed in: " + why);
        assertThat(browser.open(at(custom, "open")).body()).isEqualTo("caller null, to Cognito nobody");
    }

    @Test
    void andThatCognitoCannotBeAsked() {
        Browser browser = new Browser().open(at(custom, "login"));

        Cognito.whileSignInsFail(() -> browser.submit("name", "fred", "password", "Fred-Passw0rd"));

        assertThat(browser.body()).isEqualTo("not signed in: unavailable");
    }

    private Browser signedInByForm() {
        Browser browser = new Browser().open(at(form, "members"));
        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");
        assertThat(browser.body()).isEqualTo("member alice, to Cognito alice");
        return browser;
    }

    private static URI at(URL war, String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
