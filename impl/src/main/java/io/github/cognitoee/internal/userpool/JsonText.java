package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.jwt.StrictJson;
import io.github.cognitoee.userpool.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that challenges have in their parameters. */
final class JsonText {

    private JsonText() {}

    /** @throws Refusal where the text is no array */
    static List<String> strings(String json) {
        if (parse(json) instanceof List<?> elements) {
            return elements.stream().map(Objects::toString).toList();
        }
        throw unreadable();
    }

    /** @throws Refusal where the text is no object */
    static Map<String, String> members(String json) {
        if (parse(json) instanceof Map<?, ?> object) {
            Map<String, String> members = new LinkedHashMap<>();
            object.forEach((name, value) -> members.put(String.valueOf(name), String.valueOf(value)));
            return members;
        }
        throw unreadable();
    }

    private static @Nullable Object parse(String json) {
        try {
            return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (StrictJson.Invalid e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(RefusalReason.UNKNOWN_CHALLENGE, "a parameter of the challenge cannot be read");
    }
}
