package io.github.cognitoee.internal.session;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.SecondFactor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the answer to a question of {@link Questions}; empty where something is missing. */
final class ChallengeForm implements Challenge.Visitor<Optional<ChallengeAnswer>> {

    static final String FACTOR = "factor";
    static final String ATTRIBUTE = "attribute.";

    private final PostedForm form;

    ChallengeForm(PostedForm form) {
        this.form = form;
    }

    static Optional<FirstFactor> firstFactor(String name) {
        return Stream.of(FirstFactor.values())
                .filter(factor -> factor.name().equals(name))
                .findFirst();
    }

    private static Optional<SecondFactor> secondFactor(String name) {
        return Stream.of(SecondFactor.values())
                .filter(factor -> factor.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<ChallengeAnswer> newPassword(Challenge.NewPassword challenge) {
        Map<String, String> attributes = form.beginningWith(ATTRIBUTE);
        attributes.keySet().retainAll(challenge.requiredAttributes());
        return attributes.size() < challenge.requiredAttributes().size()
                ? Optional.empty()
                : password(chosen -> ChallengeAnswer.newPassword(chosen, attributes));
    }

    private Optional<ChallengeAnswer> password(Function<char[], ChallengeAnswer> answer) {
        return form.only("password").map(entered -> {
            char[] password = entered.toCharArray();
            try {
                return answer.apply(password);
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    private Optional<ChallengeAnswer> code() {
        return form.only("code").map(code -> ChallengeAnswer.code(code.replaceAll("\\s", "")));
    }

    @Override
    public Optional<ChallengeAnswer> sentCode(Challenge.SentCode challenge) {
        return code();
    }

    @Override
    public Optional<ChallengeAnswer> authenticatorCode(Challenge.AuthenticatorCode challenge) {
        return code();
    }

    @Override
    public Optional<ChallengeAnswer> authenticatorSetUp(Challenge.AuthenticatorSetUp challenge) {
        return code();
    }

    @Override
    public Optional<ChallengeAnswer> secondFactorChoice(Challenge.SecondFactorChoice challenge) {
        return form.only(FACTOR)
                .flatMap(ChallengeForm::secondFactor)
                .filter(challenge.factors()::contains)
                .map(ChallengeAnswer::choice);
    }

    @Override
    public Optional<ChallengeAnswer> firstFactorChoice(Challenge.FirstFactorChoice challenge) {
        return form.only(FACTOR)
                .flatMap(ChallengeForm::firstFactor)
                .filter(challenge.factors()::contains)
                .map(ChallengeAnswer::choice)
                .or(() -> password(ChallengeAnswer::password));
    }

    @Override
    public Optional<ChallengeAnswer> password(Challenge.Password challenge) {
        return password(ChallengeAnswer::password);
    }

    @Override
    public Optional<ChallengeAnswer> passkey(Challenge.Passkey challenge) {
        return form.only("credential").map(ChallengeAnswer::passkey);
    }

    @Override
    public Optional<ChallengeAnswer> custom(Challenge.Custom challenge) {
        return form.only("answer").map(ChallengeAnswer::custom);
    }
}
