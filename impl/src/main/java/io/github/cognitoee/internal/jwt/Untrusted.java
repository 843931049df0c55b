package io.github.cognitoee.internal.jwt;

/** Text that others chose, made fit for one line of a log: printable ASCII, cut off where it gets long. */
final class Untrusted {

    private static final int MAX_QUOTED = 64;
    private static final int MAX_LINE = 256;

    private Untrusted() {}

    /** A short value, such as a {@code kid}, in quotes. */
    static String quote(String text) {
        return "'" + clean(text, MAX_QUOTED) + "'";
    }

    /** A sentence, such as the message of somebody else's exception. */
    static String clean(String text) {
        return clean(text, MAX_LINE);
    }

    private static String clean(String text, int limit) {
        String shown = text.length() > limit ? text.substring(0, limit) + "..." : text;
        return shown.replaceAll("[^ -~]", "?");
    }
}
