package io.github.cognitoee.internal.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists in one value. A backslash makes the character behind it an ordinary one, as in MicroProfile Config. */
final class ListText {

    private ListText() {}

    /** The values between commas, without blank ones. */
    static Set<String> values(String text) {
        return split(text, ',').stream()
                .map(ListText::unescape)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The parts between separators, still escaped. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** What a part says. */
    static String unescape(String part) {
        return part.strip().replaceAll("\\\\(.)", "$1");
    }
}
