package io.github.cognitoee.internal.identitypool;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Text from a service, made fit for a message: one line, not too long, and nothing in it that may be a token. */
final class ServiceText {

    private static final int MAX_LENGTH = 300;

    /** Shorter ones are words, and no secrets: replacing them would leave nothing to read. */
    private static final int SHORTEST_TOKEN = 8;

    /** As much of a token is taken for its beginning, which a service may quote without the rest. */
    private static final int BEGINNING = 16;

    /** A broken constraint is told with the value that breaks it, which has any characters, and may be cut off. */
    private static final Pattern VALUE =
            Pattern.compile("Value '.*?(?:' (?=at '[^' ]+' failed to satisfy)|\\z)", Pattern.DOTALL);

    private static final Pattern JWT = Pattern.compile("eyJ[\\w.=-]*");

    /** As long as a line of Base64 in MIME; names of providers and roles are shorter. */
    private static final Pattern OPAQUE = Pattern.compile("[\\w.~+/=|%-]{76,}+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final String TOKEN = "(token)";

    private ServiceText() {}

    /** @param sent the tokens of the request, which are taken out whatever they look like */
    static String clean(String text, Collection<String> sent) {
        String line = VALUE.matcher(without(sent, text)).replaceAll("Value ");
        line = JWT.matcher(line).replaceAll(TOKEN);
        line = OPAQUE.matcher(line).replaceAll(TOKEN);
        line = CONTROL.matcher(line).replaceAll(" ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }

    /** The longest first: one may begin like another. */
    private static String without(Collection<String> sent, String text) {
        List<String> tokens = sent.stream()
                .filter(token -> token.length() >= SHORTEST_TOKEN)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String rest = text;
        for (String token : tokens) {
            rest = without(token, rest);
        }
        return rest;
    }

    private static String without(String token, String text) {
        String beginning = token.substring(0, Math.min(token.length(), BEGINNING));
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
            rest.append(text, from, at).append(TOKEN);
            from = at + common(token, text.substring(at));
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** With how many characters both begin. */
    private static int common(String token, String text) {
        int length = 0;
        while (length < token.length() && length < text.length() && token.charAt(length) == text.charAt(length)) {
            length++;
        }
        return length;
    }
}
