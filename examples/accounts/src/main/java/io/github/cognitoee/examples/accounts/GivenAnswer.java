package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.SecondFactor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was answered: one of these, and with a new password the attributes that were due.
 *
 * @param passkey what {@code PublicKeyCredential.toJSON} gave in the browser
 */
public record GivenAnswer(
        String code,
        String password,
        String newPassword,
        Map<String, String> attributes,
        FirstFactor firstFactor,
        SecondFactor secondFactor,
        JsonObject passkey,
        String custom) {

    /** @throws ProblemException when there is none, or more than one */
    ChallengeAnswer toAnswer() {
        List<ChallengeAnswer> answers = Stream.of(
                        Optional.ofNullable(code).map(String::strip).map(ChallengeAnswer::code),
                        Optional.ofNullable(password).map(String::toCharArray).map(ChallengeAnswer::password),
                        Optional.ofNullable(newPassword).map(this::withAttributes),
                        Optional.ofNullable(firstFactor).map(ChallengeAnswer::choice),
                        Optional.ofNullable(secondFactor).map(ChallengeAnswer::choice),
                        Optional.ofNullable(passkey).map(Objects::toString).map(ChallengeAnswer::passkey),
                        Optional.ofNullable(custom).map(ChallengeAnswer::custom))
                .flatMap(Optional::stream)
                .toList();
        if (answers.size() != 1) {
            throw Problem.badInput("Give one answer, not %d.".formatted(answers.size()))
                    .toException();
        }
        return answers.get(0);
    }

    private ChallengeAnswer withAttributes(String chosen) {
        return ChallengeAnswer.newPassword(chosen.toCharArray(), attributes == null ? Map.of() : attributes);
    }

    @Override
    public String toString() {
        return "GivenAnswer";
    }
}
