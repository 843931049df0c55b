package io.github.cognitoee.internal.identitypool;

import java.util.regex.Pattern;

/** Text from a service, made fit for a message: one line, not too long, and nothing in it that may be a token. */
final class ServiceText {

    private static final int MAX_LENGTH = 300;
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w.=-]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private ServiceText() {}

    static String clean(String text) {
        String line = CONTROL.matcher(TOKEN.matcher(text).replaceAll("(token)")).replaceAll(" ");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }
}
