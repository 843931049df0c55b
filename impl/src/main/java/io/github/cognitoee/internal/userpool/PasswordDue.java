package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code PASSWORD} and {@code PASSWORD_SRP}; and the choice of either, which is told to the pool together with the password.
 *
 * @param name of the challenge that is answered
 * @param bySrp whether the password itself stays here
 */
record PasswordDue(String name, boolean bySrp) implements Due {

    static Due of(PoolAnswer due) {
        return new PasswordDue(due.challenge(), due.challenge().equals(FirstFactor.PASSWORD_SRP.name()));
    }

    static Due chosen(FirstFactor factor) {
        return new PasswordDue(FirstFactorChoiceDue.NAME, factor == FirstFactor.PASSWORD_SRP);
    }

    static Due read(PackedReader in) {
        return new PasswordDue(in.text(), in.number() == 1);
    }

    @Override
    public DueKind kind() {
        return DueKind.PASSWORD;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.Password();
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        char[] password = Due.expect(ChallengeAnswer.Password.class, answer).password();
        Map<String, String> responses = new HashMap<>();
        if (name.equals(FirstFactorChoiceDue.NAME)) {
            responses.put("ANSWER", (bySrp ? FirstFactor.PASSWORD_SRP : FirstFactor.PASSWORD).name());
        }
        if (bySrp) {
            responses.put("SRP_A", conversation.beginSrp(password));
        } else {
            responses.put("PASSWORD", new String(password));
        }
        return conversation.goOn(name, responses);
    }

    @Override
    public void write(PackedWriter out) {
        out.text(name).number(bySrp ? 1 : 0);
    }
}
