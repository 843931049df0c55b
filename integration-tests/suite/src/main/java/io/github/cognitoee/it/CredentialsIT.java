package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenPair;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.credentials.CredentialsApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every caller acts on AWS with their own credentials, through one client. */
@ExtendWith(ArquillianExtension.class)
class CredentialsIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withAwsClient(CredentialsApplication.class);
    }

    private static final String USERS = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/PhotoAlbumAdmins";
    private static final String USERS_ARN = "arn:aws:sts::123456789012:assumed-role/PhotoAlbumUsers/";
    private static final String ADMINS_ARN = "arn:aws:sts::123456789012:assumed-role/PhotoAlbumAdmins/";

    @Test
    void idTokenResolvesToTheRoleOfTheCallersGroup() {
        assertThat(body("api/sts", Cognito.alice().idToken())).startsWith(USERS_ARN);
    }

    @Test
    void groupOfLowestPrecedenceChoosesTheRole() {
        assertThat(body("api/sts", Cognito.admin().idToken())).startsWith(ADMINS_ARN);
    }

    @Test
    void identityIdIsTheSameForEverySignInOfACaller() {
        String first = body("api/identity", Cognito.alice().idToken());
        String second = body("api/identity", Cognito.alice().idToken());

        assertThat(first).matches("eu-west-1:[0-9a-f-]{36}").isEqualTo(second);
    }

    @Test
    void twoCallersHaveTwoIdentityIds() {
        assertThat(body("api/identity", Cognito.alice().idToken()))
                .isNotEqualTo(body("api/identity", Cognito.admin().idToken()));
    }

    @Test
    void accessTokenResolvesWithTheIdTokenBesideIt() {
        TokenPair tokens = Cognito.alice().pair();

        Answer answer = Call.to(war, "api/sts")
                .bearer(tokens.accessToken())
                .header("X-Cognito-Id-Token", tokens.idToken())
                .get();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith(USERS_ARN);
    }

    @Test
    void outageOfTheIdentityPoolIsForTheApplicationsMapper() {
        Answer answer = Cognito.whileThrottled("GetId", () -> Call.to(war, "api/identity")
                .bearer(Cognito.newcomer().idToken())
                .get());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("CognitoUnavailableException: ");
    }

    @Test
    void accessTokenAloneIsToldTheWaysOut() {
        Answer answer = Call.to(war, "api/identity")
                .bearer(Cognito.alice().accessToken())
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .startsWith("IdTokenRequiredException: ")
                .contains("X-Cognito-Id-Token")
                .contains("bearerTokens");
    }

    @Test
    void accessTokenAloneResolvesNothingFromAWarmCache() {
        body("api/sts", Cognito.alice().idToken());

        Answer answer =
                Call.to(war, "api/sts").bearer(Cognito.alice().accessToken()).get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("IdTokenRequiredException: ");
    }

    @Test
    void idTokenOfSomeoneElseIsRefusedBesideAnAccessToken() {
        Answer answer = Call.to(war, "api/sts")
                .bearer(Cognito.alice().accessToken())
                .header("X-Cognito-Id-Token", Cognito.admin().idToken())
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("IdTokenRequiredException: ");
    }

    @Test
    void idTokenOfAnotherSignInIsRefusedBesideAnAccessToken() {
        Answer answer = Call.to(war, "api/sts")
                .bearer(Cognito.alice().accessToken())
                .header("X-Cognito-Id-Token", Cognito.alice().idToken())
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("IdTokenRequiredException: ");
    }

    @Test
    void expiredIdTokenIsRefusedBesideAnAccessToken() {
        Answer answer = Call.to(war, "api/sts")
                .bearer(Cognito.alice().accessToken())
                .header("X-Cognito-Id-Token", Cognito.alice().expired().idToken())
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("IdTokenRequiredException: ");
    }

    @Test
    void anonymousCallerHasNoCredentials() {
        Answer answer = Call.to(war, "api/sts").get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).startsWith("CallerRequiredException: ");
    }

    /** The first caller is the one in whose request the application starts its thread. */
    @ParameterizedTest
    @ValueSource(strings = {"own", "managed", "fork-join"})
    void threadThatServesNoRequestHasNoCaller(String kind) {
        String path = "api/threads/" + kind;

        assertThat(body(path, Cognito.admin().idToken())).isEqualTo("nobody, CallerRequiredException");
        assertThat(body(path, Cognito.alice().idToken())).isEqualTo("nobody, CallerRequiredException");
        assertThat(Call.to(war, path).get().body()).isEqualTo("nobody, CallerRequiredException");
    }

    @Test
    void nothingIsResolvedWhereNothingAsks() {
        Cognito.requests().reset();

        String body = body("api/unused", Cognito.newcomer().idToken());

        assertThat(body).isEqualTo("injected and not used");
        assertThat(Cognito.requests().count("GetId")).isZero();
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isZero();
    }

    @Test
    void manyRequestsOfOneCallerAreOneExchange() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();

        List<String> arns = answers(IntStream.range(0, 40).mapToObj(i -> token));

        assertThat(arns).hasSize(40).allMatch(arn -> arn.startsWith(USERS_ARN));
        assertThat(Cognito.requests().count("GetCallerIdentity")).isEqualTo(40);
        assertThat(Cognito.requests().count("GetId")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(1);
    }

    @Test
    void signingOutDropsTheCallersCredentialsAndKeepsTheirIdentityId() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();
        body("api/sts", token);

        assertThat(Call.to(war, "logout").bearer(token).get().lines()).containsEntry("resolvedBefore", "true");
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(1);
        body("api/sts", token);

        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(2);
        assertThat(Cognito.requests().count("GetId")).isEqualTo(1);
    }

    @Test
    void twoCallersAtOnceNeverSwapThroughOneClient() {
        String alice = Cognito.alice().idToken();
        String admin = Cognito.admin().idToken();

        List<String> arns = answers(IntStream.range(0, 200).mapToObj(i -> i % 2 == 0 ? alice : admin));

        for (int i = 0; i < arns.size(); i++) {
            assertThat(arns.get(i)).as("request %d", i).startsWith(i % 2 == 0 ? USERS_ARN : ADMINS_ARN);
        }
    }

    @Test
    void callerIsToldTheirRoleAndThatTheTokenPrefersIt() {
        assertThat(body("api/aws-roles/issued", Cognito.admin().idToken())).isEqualTo("PREFERRED_BY_TOKEN " + ADMINS);
        assertThat(body("api/aws-roles", Cognito.alice().idToken())).isEqualTo("[" + USERS + "], preferred " + USERS);
    }

    @Test
    void callerActsInTheRoleTheyAskFor() {
        assertThat(body(
                        "api/aws-roles/issued?requested=" + USERS,
                        Cognito.admin().idToken()))
                .isEqualTo("REQUESTED " + USERS);
    }

    @Test
    void callerActsInTheRoleThatTheInjectionPointNames() {
        String token =
                Cognito.admin().withClaim("sub", UUID.randomUUID().toString()).idToken();

        assertThat(IdentityPools.issued(body("api/as-user", token)).roleArn()).isEqualTo(USERS);
        assertThat(body("api/sts", token)).startsWith(ADMINS_ARN);
    }

    @Test
    void callerWhoDoesNotHoldTheRoleOfTheInjectionPointIsRefused() {
        TokenRecipe other = Cognito.newcomer().withClaim("cognito:roles", List.of(ADMINS));

        Answer answer = Call.to(war, "api/as-user").bearer(other.idToken()).get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .startsWith("IdentityPoolRefusedException: The caller does not hold the role " + USERS
                        + ": cognito:roles of the ID token are [" + ADMINS + "].");
    }

    @Test
    void roleThatTheTokenDoesNotNameIsRefusedWithoutACall() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();

        Answer answer = Call.to(war, "api/aws-roles/issued?requested=" + ADMINS)
                .bearer(token)
                .get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("IdentityPoolRefusedException: The caller does not hold the role " + ADMINS
                        + ": cognito:roles of the ID token are [" + USERS + "]. Ask for one of these, or give a group"
                        + " of the caller this role; if the identity pool chooses by rules, set"
                        + " cognito.identity-pool.check-roles=false");
        assertThat(Cognito.requests().count("GetId")).isZero();
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isZero();
    }

    @Test
    void groupsOfOnePrecedenceLeaveTheRoleToThePool() {
        TokenRecipe undecided = Cognito.newcomer()
                .withoutClaim("cognito:preferred_role")
                .withClaim("cognito:roles", List.of(ADMINS, USERS));

        assertThat(body("api/aws-roles/issued", undecided.idToken())).isEqualTo("AMBIGUOUS_IN_TOKEN " + USERS);
    }

    @Test
    void roleIsAskedForOnceForEachCredentials() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();

        body("api/aws-roles/issued", token);
        body("api/aws-roles/issued", token);

        assertThat(Cognito.requests().count("GetCallerIdentity")).isEqualTo(1);
    }

    @Test
    void poolWithoutGuestsRefusesThemAndSaysWhatToSet() {
        Answer answer = Call.to(war, "api/guest").get();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("IdentityPoolRefusedException: Identity pool eu-west-1:c0911170-ee00-4000-8000-000000000001"
                        + " refused GetId: NotAuthorizedException: Unauthenticated access is not supported for"
                        + " this identity pool. Have the identity pool take guests"
                        + " (AllowUnauthenticatedIdentities) and give it a role for them (Roles:"
                        + " unauthenticated), or do without @CognitoGuestCredentials.");
    }

    /** What {@code api/sts} answers to these tokens, sent all at once; in their order. */
    private List<String> answers(Stream<String> tokens) {
        List<CompletableFuture<Answer>> underWay = tokens.map(
                        token -> Call.to(war, "api/sts").bearer(token).getAsync())
                .toList();
        return underWay.stream().map(CompletableFuture::join).map(Answer::body).toList();
    }

    private String body(String path, String token) {
        Answer answer = Call.to(war, path).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
