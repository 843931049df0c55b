package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.emulator.TokenSignature;
import io.github.cognitoee.it.credentials.CredentialsApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody ever sees or uses what belongs to another caller, or to the caller of the request before. */
@ExtendWith(ArquillianExtension.class)
class LeaksIT {

    private static final String USERS_ARN = "arn:aws:sts::123456789012:assumed-role/PhotoAlbumUsers/";
    private static final String ADMINS_ARN = "arn:aws:sts::123456789012:assumed-role/PhotoAlbumAdmins/";
    private static final String NOBODY = "nobody - [] CallerRequiredException";
    private static final String IDENTITY_ID = "eu-west-1:[0-9a-f-]{36}";

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 1_008;

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withAwsClient(CredentialsApplication.class);
    }

    /** Whoever sends a request, and what the answer must say of them. */
    private record Sender(String name, String sub, String groups, String arn, String token) {

        static final Sender ANONYMOUS = new Sender("nobody", "-", "[]", "CallerRequiredException", "");

        static Sender alice() {
            String sub = UUID.randomUUID().toString();
            return new Sender("alice", sub, "[users]", USERS_ARN, token(Cognito.alice(), sub));
        }

        static Sender admin() {
            String sub = UUID.randomUUID().toString();
            return new Sender("admin", sub, "[admins, users]", ADMINS_ARN, token(Cognito.admin(), sub));
        }

        private static String token(TokenRecipe recipe, String sub) {
            return recipe.withClaim("sub", sub).idToken();
        }

        Answer get(URL war, String path) {
            return call(war, path).get();
        }

        Call call(URL war, String path) {
            Call call = Call.to(war, path);
            return token.isEmpty() ? call : call.bearer(token);
        }

        /** Returns the identity id, once all else was found to be this sender's. */
        String assertOwn(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            Map<String, String> told = answer.lines();
            assertThat(told).containsEntry("container", name);
            assertThat(told.get("arn")).startsWith(arn);
            assertThat(told.get("pooled")).startsWith(name + " " + sub + " " + groups + " ");
            assertThat(told).containsEntry("shared", told.get("pooled"));
            return told.get("pooled").substring(told.get("pooled").lastIndexOf(' ') + 1);
        }
    }

    @Test
    void manyCallersAtOnceAreNeverMixedUp() throws Exception {
        List<Sender> senders = Stream.concat(
                        IntStream.range(0, 12).mapToObj(i -> i % 2 == 0 ? Sender.alice() : Sender.admin()),
                        Stream.generate(() -> Sender.ANONYMOUS).limit(6))
                .toList();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> answers = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> senders.get(i * 7 % senders.size()))
                    .map(sender -> clients.submit(() -> sender.assertOwn(sender.get(war, "witness"))))
                    .toList();

            Map<String, String> identityIds = new HashMap<>();
            for (int i = 0; i < answers.size(); i++) {
                Sender sender = senders.get(i * 7 % senders.size());
                String identityId = answers.get(i).get();
                assertThat(identityIds.computeIfAbsent(sender.sub(), first -> identityId))
                        .isEqualTo(identityId);
            }
            assertThat(identityIds).hasSize(13).containsEntry("-", "CallerRequiredException");
            assertThat(new HashSet<>(identityIds.values())).hasSize(13);
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void nextRequestOnTheSameConnectionIsItsOwnCallers() {
        Sender alice = Sender.alice();
        Sender admin = Sender.admin();
        HttpClient client = HttpClient.newHttpClient();

        List<Map<String, String>> told = Stream.of(alice, Sender.ANONYMOUS, admin, Sender.ANONYMOUS, alice)
                .map(sender -> {
                    Answer answer = sender.call(war, "witness").via(client).get();
                    sender.assertOwn(answer);
                    return answer.lines();
                })
                .toList();

        assertThat(told).extracting("connection").containsOnly(told.get(0).get("connection"));
    }

    @Test
    void callerStaysTheSameAcrossAForward() {
        for (Sender sender : inTurn()) {
            sender.assertOwn(sender.get(war, "forwarded"));
        }
    }

    @Test
    void callerStaysTheSameAcrossAnAsynchronousDispatch() {
        for (Sender sender : inTurn()) {
            sender.assertOwn(sender.get(war, "dispatched"));
        }
    }

    private static List<Sender> inTurn() {
        return List.of(Sender.alice(), Sender.ANONYMOUS, Sender.admin(), Sender.ANONYMOUS);
    }

    @Test
    void forwardAndDispatchAreWhatTheyClaimToBe() {
        assertThat(Sender.ANONYMOUS.get(war, "forwarded").lines()).containsEntry("dispatcher", "FORWARD");
        assertThat(Sender.ANONYMOUS.get(war, "dispatched").lines()).containsEntry("dispatcher", "ASYNC");
    }

    @Test
    void callerIsNobodyAfterLogoutInTheMiddleOfTheRequest() {
        Sender alice = Sender.alice();

        Map<String, String> told = alice.get(war, "logout").lines();

        assertThat(told.get("before")).matches("alice " + alice.sub() + " \\[users\\] " + IDENTITY_ID);
        assertThat(told)
                .containsEntry("resolvedBefore", "true")
                .containsEntry("container", "nobody")
                .containsEntry("after", NOBODY)
                .containsEntry("injected", "CallerRequiredException")
                .containsEntry("held", "CallerRequiredException");
    }

    @Test
    void logoutOfOneRequestIsForgottenInTheNext() {
        Sender alice = Sender.alice();
        alice.get(war, "logout");

        alice.assertOwn(alice.get(war, "witness"));
    }

    /** One sign-in: what goes with its access token, and what must not. */
    private record SignIn(TokenRecipe recipe) {

        static SignIn ofSomeone() {
            return new SignIn(Cognito.alice()
                    .withClaim("sub", UUID.randomUUID().toString())
                    .withClaim("origin_jti", UUID.randomUUID().toString()));
        }

        Answer get(URL war, List<String> companions) {
            Call call = Call.to(war, "api/sts").bearer(recipe.accessToken());
            companions.forEach(companion -> call.header("X-Cognito-Id-Token", companion));
            return call.get();
        }
    }

    @FunctionalInterface
    private interface Companions {
        List<String> of(TokenRecipe recipe);
    }

    private record Wrong(String name, String why, Companions companions) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> wrongCompanions() {
        String notThat = " is not that of the token in Authorization";
        return Stream.of(
                wrong("someone else's", "its sub" + notThat, recipe -> recipe.withClaim("sub", "someone-else")),
                wrong("of another client", "CLIENT, ", recipe -> recipe.client(Cognito.OTHER_CLIENT)),
                wrong(
                        "for several clients",
                        "MALFORMED, aud is not a string",
                        recipe -> recipe.withClaim("aud", List.of("demo0client0of0photo0album", Cognito.OTHER_CLIENT))),
                wrong(
                        "of another sign-in",
                        "its origin_jti" + notThat,
                        recipe -> recipe.withClaim("origin_jti", "another")),
                wrong("expired", "EXPIRED, ", TokenRecipe::expired),
                wrong("forged", "SIGNATURE, ", TokenRecipe::signedWithForeignKey),
                wrong("unsigned", "ALGORITHM, ", recipe -> recipe.signedAs(TokenSignature.NONE)),
                wrong("of another pool", "ISSUER, ", TokenRecipe::ofUnknownPool),
                new Wrong("an access token", "TOKEN_USE, ", recipe -> List.of(recipe.accessToken())),
                new Wrong("padded", "MALFORMED, ", recipe -> List.of(recipe.idToken() + "==")),
                new Wrong("empty", "MALFORMED, ", recipe -> List.of("")),
                new Wrong("garbage", "MALFORMED, ", recipe -> List.of("garbage")),
                new Wrong("with a scheme", "MALFORMED, ", recipe -> List.of("Bearer " + recipe.idToken())),
                new Wrong("twice", "it was sent 2 times", recipe -> List.of(recipe.idToken(), recipe.idToken())),
                new Wrong(
                        "twice on one line",
                        "MALFORMED, ",
                        recipe -> List.of(recipe.idToken() + "," + recipe.idToken())),
                new Wrong("good, then empty", "it was sent 2 times", recipe -> List.of(recipe.idToken(), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongCompanions")
    void wrongIdTokenBesideAnAccessTokenResolvesNothing(Wrong wrong) {
        SignIn signIn = SignIn.ofSomeone();
        List<String> companions = wrong.companions().of(signIn.recipe());
        long before = exchanges();

        assertRefused(signIn.get(war, companions), wrong, companions);

        assertThat(exchanges()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongCompanions")
    void wrongIdTokenResolvesNothingFromAWarmCache(Wrong wrong) {
        SignIn signIn = SignIn.ofSomeone();
        List<String> companions = wrong.companions().of(signIn.recipe());
        Answer warm = signIn.get(war, List.of(signIn.recipe().idToken()));
        assertThat(warm.body()).startsWith(USERS_ARN);

        assertRefused(signIn.get(war, companions), wrong, companions);
    }

    @Test
    void idTokenOfSomeoneElseIsRefusedBesideAnIdTokenToo() {
        Answer answer = Call.to(war, "api/sts")
                .bearer(Cognito.alice().idToken())
                .header("X-Cognito-Id-Token", Cognito.admin().idToken())
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("IdTokenRequiredException: The ID token in X-Cognito-Id-Token is refused:"
                        + " its sub is not that of the token in Authorization");
    }

    @Test
    void idTokenWithoutAnAccessTokenIsNobodysProof() {
        Answer answer = Call.to(war, "witness")
                .header("X-Cognito-Id-Token", Cognito.alice().idToken())
                .get();

        Sender.ANONYMOUS.assertOwn(answer);
    }

    private static Wrong wrong(String name, String why, UnaryOperator<TokenRecipe> change) {
        return new Wrong(name, why, recipe -> List.of(change.apply(recipe).idToken()));
    }

    private static void assertRefused(Answer answer, Wrong wrong, List<String> companions) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body())
                .startsWith("IdTokenRequiredException: The ID token in X-Cognito-Id-Token is refused: " + wrong.why());
        assertThat(companions).filteredOn(companion -> companion.length() > 40).allSatisfy(companion -> assertThat(
                        answer.body())
                .doesNotContain(companion.substring(companion.length() - 40, companion.length() - 20)));
    }

    private static long exchanges() {
        return Cognito.requests().count("GetId") + Cognito.requests().count("GetCredentialsForIdentity");
    }
}
