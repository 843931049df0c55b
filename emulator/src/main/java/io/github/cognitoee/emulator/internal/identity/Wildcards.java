package io.github.cognitoee.emulator.internal.identity;

import java.util.regex.Pattern;

/** The patterns of IAM policies: {@code *} for any text, {@code ?} for one character. */
final class Wildcards {

    private Wildcards() {}

    static boolean match(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
