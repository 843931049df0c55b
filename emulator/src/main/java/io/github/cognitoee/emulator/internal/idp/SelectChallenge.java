package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import java.util.List;

/** {@code SELECT_CHALLENGE}: the user says how to sign in, and brings along what that needs. */
record SelectChallenge(FirstFactors factors) implements Question {

    private static final String NAME = "SELECT_CHALLENGE";

    @Override
    public String name() {
        return NAME;
    }

    static AuthAnswer ask(Beginning beginning, List<String> available) {
        return AuthAnswer.choice(NAME, beginning.await(NAME, new Options(available)), available);
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        Beginning beginning = Beginning.of(reply);
        String chosen = reply.given().required("ANSWER");
        if (!reply.challenge().detail(Options.class).names().contains(chosen)) {
            throw ErrorType.INVALID_PARAMETER.because(chosen + " is none of the available challenges");
        }
        AuthAnswer next = reply.counting(() -> factors.named(chosen).begin(beginning, course));
        reply.end();
        return next;
    }

    private record Options(List<String> names) implements Challenge.Detail {}
}
