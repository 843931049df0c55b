package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.debuglog.DebugLogServlet;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.scopes.ScopesApplication;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code @RequiresScope}, {@code @RequiresRecentLogin} and {@code @RequiresAssurance} hold on REST, Servlets, CDI beans and
 * EJBs, with nothing but the annotation in the WAR.
 */
@ExtendWith(ArquillianExtension.class)
class ScopesIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ScopesApplication.class).addPackage(DebugLogServlet.class.getPackage());
    }

    /** Each guarded in another way; all of them answer GET. */
    static Stream<String> pathsThatRequireReading() {
        return Stream.of(
                "api/orders/read",
                "api/plain/read",
                "api/plain/items",
                "api/contract/read",
                "api/beans/cdi",
                "api/beans/cdi-inherited",
                "api/beans/ejb",
                "api/beans/session",
                "servlet/guarded",
                "servlet/also/mapped",
                "servlet/inheriting",
                "servlet/forwarding",
                "servlet/forwarding-by-name",
                "servlet/calling");
    }

    static Stream<String> pathsThatRequireBoth() {
        return Stream.of("api/orders/both", "api/beans/cdi-both");
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireReading")
    void callerWithTheScopePasses(String path) {
        assertThat(get(path, scoped("orders/read")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireReading")
    void machineWithTheScopePasses(String path) {
        assertThat(get(path, Cognito.machine().scopes("orders/read")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireReading")
    void callerWithoutTheScopeIsToldWhichIsMissing(String path) {
        assertInsufficient(get(path, scoped("orders/write", "orders/readers")), "orders/read");
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireReading")
    void idTokenCarriesNoScopes(String path) {
        String token =
                Cognito.alice().withClaim("scope", "orders/read orders/write").idToken();

        assertInsufficient(Call.to(war, path).bearer(token).get(), "orders/read");
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireReading")
    void anonymousCallerIsChallenged(String path) {
        Answer answer = Call.to(war, path).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Bearer realm=\"cognito\"");
    }

    @ParameterizedTest
    @MethodSource("pathsThatRequireBoth")
    void scopesOfClassAndMethodAddUp(String path) {
        assertThat(get(path, scoped("orders/write", "orders/read")).status()).isEqualTo(200);
        assertInsufficient(get(path, scoped("orders/read")), "orders/read orders/write");
        assertInsufficient(get(path, scoped("orders/write")), "orders/read orders/write");
    }

    @Test
    void roleAndScopeAreBothRequired() {
        String path = "api/orders/admins";

        assertThat(get(path, Cognito.admin().scopes("orders/read")).status()).isEqualTo(200);
        assertInsufficient(get(path, Cognito.admin().scopes("openid")), "orders/read");
        Answer withoutRole = get(path, scoped("orders/read"));
        assertThat(withoutRole.status()).isEqualTo(403);
        assertThat(withoutRole.challenge()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/plain/open", "api/beans/cdi-open", "servlet/open"})
    void whatRequiresNoScopeIsOpenToAll(String path) {
        assertThat(Call.to(war, path).get().status()).isEqualTo(200);
        assertThat(get(path, scoped("openid")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet/including", "servlet/including-by-name"})
    void whatIsIncludedIsLeftOutForThoseWhoMayNotCallIt(String path) {
        assertThat(get(path, scoped("orders/read")).body()).isEqualTo("guarded");
        assertThat(get(path, scoped("orders/write")).body()).doesNotContain("guarded");
        assertThat(Call.to(war, path).get().body()).doesNotContain("guarded");
    }

    @Test
    void refusalOfAnEjbReachesItsCallerAsItIs() {
        assertThat(Call.to(war, "api/beans/caught").get().body()).isEqualTo("caught [orders/read]");
    }

    @Test
    void logTellsAtDebugLevelWhyAnIdTokenIsNotEnough() {
        Call.to(war, "debug-log").get();

        Call.to(war, "api/orders/read").bearer(Cognito.alice().idToken()).get();

        assertThat(Call.to(war, "debug-log").get().body())
                .contains(
                        "scopes orders/read are required: the caller sent an ID token, which carries no scopes; have the"
                                + " client send its access token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api/sign-ins/recent", "api/sign-ins/recent/cdi", "api/sign-ins/recent/ejb", "servlet/recent"})
    void onlyARecentSignInIsLetInWhereOneIsRequired(String path) {
        assertThat(get(path, Cognito.alice()).status()).isEqualTo(200);

        Answer answer = get(path, Cognito.alice().withClaim("auth_time", anHourAgo()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_user_authentication\","
                        + " error_description=\"A more recent authentication is required\", max_age=\"300\"");
        assertNobodyElseIsLetIn(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api/sign-ins/assured", "api/sign-ins/assured/cdi", "api/sign-ins/assured/ejb", "servlet/assured"
            })
    void onlyASignInOfTheLevelIsLetInWhereOneIsRequired(String path) {
        assertThat(get(path, Cognito.alice().withClaim("acr", "urn:cognito:loa:3"))
                        .status())
                .isEqualTo(200);
        assertThat(get(path, Cognito.alice().withClaim("acr", "urn:cognito:loa:4"))
                        .status())
                .isEqualTo(200);

        Answer answer = get(path, Cognito.alice().withClaim("acr", "urn:cognito:loa:1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_user_authentication\","
                        + " error_description=\"A different authentication level is required\","
                        + " acr_values=\"urn:cognito:loa:3\"");
        assertNobodyElseIsLetIn(path);
    }

    private void assertNobodyElseIsLetIn(String path) {
        Answer toNobody = Call.to(war, path).get();
        assertThat(toNobody.status()).isEqualTo(401);
        assertThat(toNobody.challenge()).isEqualTo("Bearer realm=\"cognito\"");
        assertThat(get(path, Cognito.machine().withClaim("acr", "urn:cognito:loa:4"))
                        .status())
                .as("a machine does not sign in")
                .isEqualTo(403);
    }

    private static long anHourAgo() {
        return Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
    }

    private static TokenRecipe scoped(String... scopes) {
        return Cognito.alice().scopes(scopes);
    }

    private Answer get(String path, TokenRecipe recipe) {
        return Call.to(war, path).bearer(recipe.accessToken()).get();
    }

    private static void assertInsufficient(Answer answer, String scopes) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_scope\", scope=\"" + scopes + "\"");
    }
}
