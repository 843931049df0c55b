package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import java.util.List;
import java.util.Map;

/** {@code SELECT_MFA_TYPE}: the user has several second factors and prefers none. */
record SelectMfaChallenge() implements Question {

    private static final String NAME = "SELECT_MFA_TYPE";

    @Override
    public String name() {
        return NAME;
    }

    static AuthAnswer ask(SignIn signIn, List<String> factors) {
        String session = signIn.await(NAME, new Options(factors));
        return AuthAnswer.challenge(NAME, session, Map.of("MFAS_CAN_CHOOSE", JsonText.of(factors)));
    }

    /** E-mail goes by two names in Cognito's documentation. */
    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        String answer = reply.given().required("ANSWER");
        String chosen = answer.equals("EMAIL_MFA") ? Mfa.EMAIL : answer;
        if (!reply.challenge().detail(Options.class).factors().contains(chosen)) {
            throw ErrorType.INVALID_PARAMETER.because(answer + " is none of the factors that can be chosen");
        }
        reply.end();
        return course.askFor(signIn, chosen);
    }

    private record Options(List<String> factors) implements Challenge.Detail {}
}
