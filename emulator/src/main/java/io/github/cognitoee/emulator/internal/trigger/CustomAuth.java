package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code DefineAuthChallenge}, {@code CreateAuthChallenge}, {@code VerifyAuthChallengeResponse}: a way of signing in of one's own. */
public record CustomAuth(Moment moment, Person person) {

    /**
     * Who signs in.
     *
     * @param account empty for someone unknown, who is not to learn it
     * @param hidden whether that is so in this client
     */
    public record Person(String username, Optional<Account> account, boolean hidden) {}

    /** What was asked so far, and whether it was answered well. */
    public record Step(String challengeName, boolean challengeResult, @Nullable String challengeMetadata) {

        public Step(String challengeName) {
            this(challengeName, true, null);
        }
    }

    /** What comes next: tokens, the end, or a challenge. */
    public record Definition(boolean issueTokens, boolean failAuthentication, String challengeName) {}

    /**
     * What a user is asked.
     *
     * @param hidden what the answer is held against
     */
    public record Asked(Map<String, String> shown, Map<String, String> hidden, @Nullable String metadata) {

        /** Tells nothing that is hidden. */
        @Override
        public String toString() {
            return "Asked" + shown.keySet();
        }
    }

    public Definition define(List<Step> session) {
        ObjectNode request = request();
        request.set("session", list(session));
        ObjectNode response =
                Moment.empty().putNull("challengeName").putNull("issueTokens").putNull("failAuthentication");
        Response answer = called("DefineAuthChallenge_Authentication", request, response);
        return new Definition(
                answer.isTrue("issueTokens"),
                answer.isTrue("failAuthentication"),
                answer.text("challengeName").orElse(""));
    }

    public Asked create(List<Step> session, String challenge) {
        ObjectNode request = request().put("challengeName", challenge);
        request.set("session", list(session));
        ObjectNode response = Moment.empty()
                .putNull("publicChallengeParameters")
                .putNull("privateChallengeParameters")
                .putNull("challengeMetadata");
        Response answer = called("CreateAuthChallenge_Authentication", request, response);
        return new Asked(
                answer.textsByName("publicChallengeParameters"),
                answer.textsByName("privateChallengeParameters"),
                answer.text("challengeMetadata").orElse(null));
    }

    /** Whether an answer is right. */
    public boolean verify(Asked asked, String given) {
        ObjectNode request = request();
        request.set("privateChallengeParameters", Moment.texts(asked.hidden()));
        request.put("challengeAnswer", given);
        return called(
                        "VerifyAuthChallengeResponse_Authentication",
                        request,
                        Moment.empty().putNull("answerCorrect"))
                .isTrue("answerCorrect");
    }

    /** What makes no sense as an answer. */
    public static Refusal unrecognizable() {
        return Response.unrecognizable();
    }

    private ObjectNode request() {
        ObjectNode request = person.account().map(moment::requestAbout).orElseGet(() -> moment.requestAbout(Map.of()));
        if (person.hidden()) {
            request.put("userNotFound", person.account().isEmpty());
        }
        return moment.withMetadata(request);
    }

    private Response called(String source, ObjectNode request, ObjectNode response) {
        return moment.call(source, person.username(), request, response)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because(
                        "Custom auth lambda trigger is not configured for the user pool."));
    }

    private static ArrayNode list(List<Step> session) {
        ArrayNode array = Moment.empty().arrayNode();
        session.forEach(step -> array.addObject()
                .put("challengeName", step.challengeName())
                .put("challengeResult", step.challengeResult())
                .put("challengeMetadata", step.challengeMetadata()));
        return array;
    }
}
