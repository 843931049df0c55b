package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code CUSTOM_CHALLENGE}: what the pool's triggers ask. */
record CustomDue(Map<String, String> parameters) implements Due {

    /** What the service itself adds is no trigger's, and not for everybody to see. */
    static Due of(PoolAnswer due) {
        Map<String, String> parameters = new LinkedHashMap<>(due.parameters());
        parameters.remove("USERNAME");
        parameters.remove("USER_ID_FOR_SRP");
        return new CustomDue(parameters);
    }

    static Due read(PackedReader in) {
        return new CustomDue(in.map());
    }

    @Override
    public DueKind kind() {
        return DueKind.CUSTOM;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.Custom(parameters);
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        String given = Due.expect(ChallengeAnswer.Custom.class, answer).answer();
        return conversation.goOn("CUSTOM_CHALLENGE", Map.of("ANSWER", given));
    }

    @Override
    public void write(PackedWriter out) {
        out.map(parameters);
    }

    /** Without what the triggers let everybody see: only who asks again misses it. */
    @Override
    public Due shortened() {
        return new CustomDue(Map.of());
    }

    @Override
    public String toString() {
        return "CustomDue";
    }
}
