package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** A riddle instead of a password, or after it: the flow whose challenges are made by functions. */
class CustomAuthTest extends UserPoolFixture {

    private static final String WRONG = "Incorrect username or password.";

    private final SrpClient srp = SrpClient.begin();
    private final List<TriggerEvent> events = new ArrayList<>();

    @BeforeEach
    void askForAColour() {
        events.clear();
        emulator.triggers().clear();
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH))
                .clientId();
        emulator.triggers().on(Trigger.DEFINE_AUTH_CHALLENGE, this::define);
        emulator.triggers().on(Trigger.CREATE_AUTH_CHALLENGE, event -> {
            events.add(event);
            event.respond(Map.of(
                    "publicChallengeParameters", Map.of("question", "What colour is the sky?"),
                    "privateChallengeParameters", Map.of("answer", "blue"),
                    "challengeMetadata", "COLOUR"));
        });
        emulator.triggers().on(Trigger.VERIFY_AUTH_CHALLENGE_RESPONSE, event -> {
            events.add(event);
            JsonNode request = event.request();
            event.response()
                    .put(
                            "answerCorrect",
                            request.path("challengeAnswer")
                                    .equals(request.path("privateChallengeParameters")
                                            .path("answer")));
        });
    }

    /** Asks until an answer is right, twice at most. */
    private void define(TriggerEvent event) {
        events.add(event);
        JsonNode session = event.request().path("session");
        JsonNode last = session.path(session.size() - 1);
        if (last.path("challengeName").asText().equals("SRP_A")) {
            event.response().put("challengeName", "PASSWORD_VERIFIER");
        } else if (last.path("challengeName").asText().equals("CUSTOM_CHALLENGE")
                && last.path("challengeResult").asBoolean()) {
            event.response().put("issueTokens", true);
        } else if (session.findValuesAsText("challengeMetadata").stream()
                        .filter("COLOUR"::equals)
                        .count()
                < 2) {
            event.response().put("challengeName", "CUSTOM_CHALLENGE");
        } else {
            event.response().put("failAuthentication", true);
        }
    }

    @Test
    void theRightAnswerBuysTokens() {
        newUser("alice");

        InitiateAuthResponse riddle = begin("alice");

        assertThat(riddle.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        assertThat(riddle.challengeParameters())
                .containsOnly(Map.entry("USERNAME", "alice"), Map.entry("question", "What colour is the sky?"));
        Map<String, Object> claims = TokenText.claimsOf(
                answer("alice", riddle.session(), "blue").authenticationResult().accessToken());
        assertThat(claims).containsEntry("username", "alice");
    }

    @Test
    void functionsAreToldWhatWasAskedBefore() {
        newUser("alice");
        InitiateAuthResponse first = begin("alice");
        RespondToAuthChallengeResponse second = answer("alice", first.session(), "green");

        assertThat(second.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        answer("alice", second.session(), "blue");

        assertThat(events.stream().map(TriggerEvent::triggerSource))
                .containsExactly(
                        "DefineAuthChallenge_Authentication",
                        "CreateAuthChallenge_Authentication",
                        "VerifyAuthChallengeResponse_Authentication",
                        "DefineAuthChallenge_Authentication",
                        "CreateAuthChallenge_Authentication",
                        "VerifyAuthChallengeResponse_Authentication",
                        "DefineAuthChallenge_Authentication");
        assertThat(events.get(6).request().path("session"))
                .hasToString("[{\"challengeName\":\"CUSTOM_CHALLENGE\",\"challengeResult\":false,"
                        + "\"challengeMetadata\":\"COLOUR\"},{\"challengeName\":\"CUSTOM_CHALLENGE\","
                        + "\"challengeResult\":true,\"challengeMetadata\":\"COLOUR\"}]");
        assertThat(events.get(2).request().path("challengeAnswer").asText()).isEqualTo("green");
    }

    @Test
    void theEndIsWhereTheFunctionSaysSo() {
        newUser("alice");
        String second = answer("alice", begin("alice").session(), "green").session();

        assertRefused(NotAuthorizedException.class, WRONG, () -> answer("alice", second, "red"));
    }

    @Test
    void aSessionIsGoodForOneAnswer() {
        newUser("alice");
        String session = begin("alice").session();
        answer("alice", session, "blue");

        assertRefused(
                NotAuthorizedException.class, "Invalid session for the user.", () -> answer("alice", session, "blue"));
    }

    @Test
    void anAnswerInAnothersNameIsRefused() {
        newUser("alice");
        newUser("bob");
        String session = begin("alice").session();

        assertRefused(
                NotAuthorizedException.class, "Invalid session for the user.", () -> answer("bob", session, "blue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHALLENGE_NAME", "ChallengeName"})
    void aProofOfThePasswordComesFirstWhereTheCallerWantsIt(String name) {
        newUser("alice");

        InitiateAuthResponse proof = begin(Map.of("USERNAME", "alice", name, "SRP_A", "SRP_A", srp.publicValue()));

        assertThat(proof.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        RespondToAuthChallengeResponse riddle = prove(proof, PASSWORD);
        assertThat(riddle.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        assertThat(events.get(1).request().path("session"))
                .hasToString(
                        "[{\"challengeName\":\"SRP_A\",\"challengeResult\":true,\"challengeMetadata\":null},"
                                + "{\"challengeName\":\"PASSWORD_VERIFIER\",\"challengeResult\":true,\"challengeMetadata\":null}]");
    }

    @Test
    void aWrongPasswordIsTheEnd() {
        newUser("alice");
        InitiateAuthResponse proof =
                begin(Map.of("USERNAME", "alice", "CHALLENGE_NAME", "SRP_A", "SRP_A", srp.publicValue()));

        assertRefused(NotAuthorizedException.class, WRONG, () -> prove(proof, "wrong"));
    }

    @Test
    void whoIsUnknownIsToldWhereThatIsNotHidden() {
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> begin("nobody"));
        assertThat(events).isEmpty();
    }

    @Test
    void whoIsUnknownIsAskedAllTheSameWhereThatIsHidden() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH))
                .clientId();

        String session = begin("nobody").session();

        assertRefused(NotAuthorizedException.class, WRONG, () -> answer("nobody", session, "blue"));
        assertThat(events).hasSize(4).allSatisfy(event -> assertThat(
                        event.request().path("userNotFound").asBoolean())
                .isTrue());
    }

    @Test
    void theMetadataOfAnAnswerReachesAllThreeAndThatOfTheBeginningNone() {
        newUser("alice");
        String session = anyone.initiateAuth(request -> request.authFlow(AuthFlowType.CUSTOM_AUTH)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", "alice"))
                        .clientMetadata(Map.of("step", "1")))
                .session();
        anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                .session(session)
                .challengeResponses(Map.of("USERNAME", "alice", "ANSWER", "green"))
                .clientMetadata(Map.of("step", "2")));

        assertThat(events.stream().map(event -> event.request()
                        .path("clientMetadata")
                        .path("step")
                        .asText()))
                .containsExactly("", "", "2", "2", "2");
    }

    @Test
    void aPoolWithoutTheFunctionsHasNoSuchFlow() {
        newUser("alice");
        emulator.triggers().clear();

        assertRefused(
                InvalidParameterException.class,
                "Custom auth lambda trigger is not configured for the user pool.",
                () -> begin("alice"));
    }

    @Test
    void aChallengeThatIsNoneIsNoAnswer() {
        newUser("alice");
        emulator.triggers()
                .on(Trigger.DEFINE_AUTH_CHALLENGE, event -> event.response().put("challengeName", "RIDDLE"));

        assertRefused(InvalidLambdaResponseException.class, "Unrecognizable lambda output", () -> begin("alice"));
    }

    @Test
    void theFunctionMayLetAUserInWithoutAWord() {
        newUser("alice");
        emulator.triggers()
                .on(Trigger.DEFINE_AUTH_CHALLENGE, event -> event.response().put("issueTokens", true));

        assertThat(begin("alice").authenticationResult().accessToken()).isNotEmpty();
    }

    private InitiateAuthResponse begin(String username) {
        return begin(Map.of("USERNAME", username));
    }

    private InitiateAuthResponse begin(Map<String, String> parameters) {
        return anyone.initiateAuth(request ->
                request.authFlow(AuthFlowType.CUSTOM_AUTH).clientId(client).authParameters(parameters));
    }

    private RespondToAuthChallengeResponse answer(String username, String session, String answer) {
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                .session(session)
                .challengeResponses(Map.of("USERNAME", username, "ANSWER", answer)));
    }

    private RespondToAuthChallengeResponse prove(InitiateAuthResponse proof, String password) {
        Map<String, String> responses = new HashMap<>(srp.answer(
                proof.challengeParameters(),
                pool.substring(pool.indexOf('_') + 1),
                "alice",
                password,
                clock.instant()));
        responses.put("USERNAME", "alice");
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                .session(proof.session())
                .challengeResponses(responses));
    }
}
