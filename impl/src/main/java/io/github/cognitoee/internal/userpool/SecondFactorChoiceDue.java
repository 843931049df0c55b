package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SecondFactor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code SELECT_MFA_TYPE}: one of several second factors is to be chosen.
 *
 * @param names as the pool wrote them
 */
record SecondFactorChoiceDue(List<String> names) implements Due {

    SecondFactorChoiceDue {
        names = List.copyOf(names);
    }

    static Due of(PoolAnswer due) {
        List<String> names = JsonText.strings(due.parameter("MFAS_CAN_CHOOSE")).stream()
                .filter(name -> factor(name).isPresent())
                .toList();
        if (names.isEmpty()) {
            throw new Refusal(RefusalReason.UNKNOWN_CHALLENGE, "none of the second factors to choose from is known");
        }
        return new SecondFactorChoiceDue(names);
    }

    static Due read(PackedReader in) {
        return new SecondFactorChoiceDue(in.texts());
    }

    @Override
    public DueKind kind() {
        return DueKind.SECOND_FACTOR_CHOICE;
    }

    @Override
    public Challenge challenge() {
        Set<SecondFactor> factors = new LinkedHashSet<>();
        names.forEach(name -> factor(name).ifPresent(factors::add));
        return new Challenge.SecondFactorChoice(factors);
    }

    private static Optional<SecondFactor> factor(String name) {
        return switch (name) {
            case "SMS_MFA" -> Optional.of(SecondFactor.SMS_MFA);
            case "SOFTWARE_TOKEN_MFA" -> Optional.of(SecondFactor.SOFTWARE_TOKEN_MFA);
            case "EMAIL_OTP", "EMAIL_MFA" -> Optional.of(SecondFactor.EMAIL_OTP);
            default -> Optional.empty();
        };
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        SecondFactor chosen =
                Due.expect(ChallengeAnswer.SecondFactorChosen.class, answer).factor();
        String name = names.stream()
                .filter(candidate -> factor(candidate).filter(chosen::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalReason.INVALID_INPUT, chosen + " is not to be chosen"));
        return conversation.goOn("SELECT_MFA_TYPE", Map.of("ANSWER", name));
    }

    @Override
    public void write(PackedWriter out) {
        out.texts(names);
    }
}
