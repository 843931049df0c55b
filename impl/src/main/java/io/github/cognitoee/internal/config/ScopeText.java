package io.github.cognitoee.internal.config;

import java.util.regex.Pattern;

/** What a scope consists of, and a level of assurance: both stand in lists with blanks between them, and in quotes. */
public final class ScopeText {

    /** RFC 6749 section 3.3. */
    private static final Pattern CHARACTERS = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private ScopeText() {}

    public static boolean isOne(String text) {
        return CHARACTERS.matcher(text).matches();
    }
}
