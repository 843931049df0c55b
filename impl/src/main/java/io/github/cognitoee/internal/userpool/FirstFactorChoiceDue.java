package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code SELECT_CHALLENGE}: one of several first factors is to be chosen. */
record FirstFactorChoiceDue(Set<FirstFactor> factors) implements Due {

    static final String NAME = "SELECT_CHALLENGE";

    FirstFactorChoiceDue {
        factors = Set.copyOf(factors);
    }

    static Due of(PoolAnswer due) {
        Set<FirstFactor> factors = EnumSet.noneOf(FirstFactor.class);
        Stream.of(FirstFactor.values())
                .filter(factor -> due.choices().contains(factor.name()))
                .forEach(factors::add);
        if (factors.isEmpty()) {
            throw new Refusal(RefusalReason.UNKNOWN_CHALLENGE, "none of the factors to choose from is known");
        }
        return new FirstFactorChoiceDue(factors);
    }

    static Due read(PackedReader in) {
        Set<FirstFactor> factors = EnumSet.noneOf(FirstFactor.class);
        in.texts().forEach(name -> factors.add(FirstFactor.valueOf(name)));
        return new FirstFactorChoiceDue(factors);
    }

    @Override
    public DueKind kind() {
        return DueKind.FIRST_FACTOR_CHOICE;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.FirstFactorChoice(EnumSet.copyOf(factors));
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        if (answer instanceof ChallengeAnswer.Password) {
            FirstFactor factor = require(
                    factors.contains(FirstFactor.PASSWORD_SRP) ? FirstFactor.PASSWORD_SRP : FirstFactor.PASSWORD);
            return PasswordDue.chosen(factor).answer(answer, conversation);
        }
        FirstFactor chosen = require(
                Due.expect(ChallengeAnswer.FirstFactorChosen.class, answer).factor());
        return switch (chosen) {
            case PASSWORD, PASSWORD_SRP -> conversation.ask(PasswordDue.chosen(chosen));
            case EMAIL_OTP, SMS_OTP, WEB_AUTHN -> conversation.goOn(NAME, Map.of("ANSWER", chosen.name()));
        };
    }

    private FirstFactor require(FirstFactor factor) {
        if (!factors.contains(factor)) {
            throw new Refusal(RefusalReason.INVALID_INPUT, factor + " is not to be chosen");
        }
        return factor;
    }

    @Override
    public void write(PackedWriter out) {
        out.texts(factors.stream().map(Enum::name).sorted().toList());
    }
}
