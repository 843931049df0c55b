package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code NEW_PASSWORD_REQUIRED}: the password was a temporary one. */
record NewPasswordDue(Set<String> requiredAttributes, Map<String, String> attributes) implements Due {

    private static final String PREFIX = "userAttributes.";

    /** Names come with and without the prefix that answers have. */
    static Due of(PoolAnswer due) {
        Set<String> required = new LinkedHashSet<>();
        due.find("requiredAttributes")
                .map(JsonText::strings)
                .ifPresent(names -> names.forEach(
                        name -> required.add(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)));
        Map<String, String> attributes = new LinkedHashMap<>();
        due.find("userAttributes").map(JsonText::members).ifPresent(attributes::putAll);
        return new NewPasswordDue(required, attributes);
    }

    static Due read(PackedReader in) {
        return new NewPasswordDue(new LinkedHashSet<>(in.texts()), in.map());
    }

    @Override
    public DueKind kind() {
        return DueKind.NEW_PASSWORD;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.NewPassword(requiredAttributes, attributes);
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        ChallengeAnswer.NewPassword given = Due.expect(ChallengeAnswer.NewPassword.class, answer);
        Map<String, String> responses = new HashMap<>();
        responses.put("NEW_PASSWORD", new String(given.password()));
        given.attributes().forEach((name, value) -> responses.put(PREFIX + name, value));
        return conversation.goOn("NEW_PASSWORD_REQUIRED", responses);
    }

    @Override
    public void write(PackedWriter out) {
        out.texts(requiredAttributes).map(attributes);
    }

    /** Without what the user has: only who asks again misses it. */
    @Override
    public Due shortened() {
        return new NewPasswordDue(requiredAttributes, Map.of());
    }

    @Override
    public String toString() {
        return "NewPasswordDue";
    }
}
