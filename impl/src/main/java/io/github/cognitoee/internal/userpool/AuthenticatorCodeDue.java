package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import java.util.Map;

/** {@code SOFTWARE_TOKEN_MFA}: the code of an authenticator app. */
record AuthenticatorCodeDue() implements Due {

    @Override
    public DueKind kind() {
        return DueKind.AUTHENTICATOR_CODE;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.AuthenticatorCode();
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        String code = Due.expect(ChallengeAnswer.Code.class, answer).code();
        return conversation.goOn("SOFTWARE_TOKEN_MFA", Map.of("SOFTWARE_TOKEN_MFA_CODE", code));
    }

    @Override
    public void write(PackedWriter out) {}
}
