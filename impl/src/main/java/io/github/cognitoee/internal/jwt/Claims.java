package io.github.cognitoee.internal.jwt;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a token's header or payload, read by type. A member that is there but of another type, null included,
 * is refused as malformed: what Cognito never writes is not Cognito's.
 */
final class Claims {

    /** Below it every integer is exact as a double too, so that all readers of a date read the same (RFC 8259, 6). */
    private static final double DATE_LIMIT = 0x1p53;

    private final String part;
    private final Map<String, Object> members;

    /** @param part of the token, for messages */
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    Claims(String part, Map<?, ?> members) {
        this.part = part;
        this.members = (Map<String, Object>) members;
    }

    Map<String, Object> members() {
        return members;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A string, or null if there is no such member. */
    @Nullable
    String string(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        if (has(name)) {
            throw Refused.malformed(name + " is not a string");
        }
        return null;
    }

    /** A string that has to be there and say something. */
    String requiredString(String name) {
        String text = string(name);
        if (text == null || text.isEmpty()) {
            throw Refused.malformed(name + " is missing from the " + part + " or empty");
        }
        return text;
    }

    /** A date, or null if there is no such member. */
    @Nullable
    Instant date(String name) {
        return has(name) ? requiredDate(name) : null;
    }

    Instant requiredDate(String name) {
        Instant date = asDate(members.get(name));
        if (date == null) {
            throw Refused.malformed(
                    has(name)
                            ? name + " is not a whole number of seconds below 2^53"
                            : name + " is missing from the " + part);
        }
        return date;
    }

    /** A list of strings as a set in the list's order; empty if there is no such member. */
    Set<String> strings(String name) {
        Set<String> texts = new LinkedHashSet<>();
        if (has(name)) {
            if (!(members.get(name) instanceof List<?> elements)) {
                throw Refused.malformed(name + " is not a list of strings");
            }
            for (Object element : elements) {
                if (!(element instanceof String text)) {
                    throw Refused.malformed(name + " is not a list of strings");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    /** The date that a claim's value is (RFC 7519, NumericDate), or null if it is none. */
    static @Nullable Instant asDate(@Nullable Object value) {
        if (value instanceof Long || value instanceof Double) {
            double seconds = ((Number) value).doubleValue();
            if (seconds == Math.rint(seconds) && Math.abs(seconds) < DATE_LIMIT) {
                return Instant.ofEpochSecond((long) seconds);
            }
        }
        return null;
    }
}
