package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import java.util.Map;

/** {@code WEB_AUTHN}: a passkey. */
record PasskeyDue(String requestOptions) implements Due {

    static Due of(PoolAnswer due) {
        return new PasskeyDue(due.parameter("CREDENTIAL_REQUEST_OPTIONS"));
    }

    static Due read(PackedReader in) {
        return new PasskeyDue(in.text());
    }

    @Override
    public DueKind kind() {
        return DueKind.PASSKEY;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.Passkey(requestOptions);
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        String credential = Due.expect(ChallengeAnswer.Passkey.class, answer).credential();
        return conversation.goOn("WEB_AUTHN", Map.of("CREDENTIAL", credential));
    }

    @Override
    public void write(PackedWriter out) {
        out.text(requestOptions);
    }

    /** Without the options, which name each passkey of the person: only who asks again misses them. */
    @Override
    public Due shortened() {
        return new PasskeyDue("");
    }
}
