package io.github.cognitoee.internal.jwt;

import java.util.Arrays;
import java.util.Base64;

/**
 * Strict base64url as in RFC 7515 section 2: the URL-safe alphabet, no padding, and unused last bits that are zero, so that
 * every token has exactly one text. The JDK's decoder takes padding and any last bits, jose4j's even blanks.
 */
final class Base64Url {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /** @throws IllegalArgumentException if the text between the two offsets is not strict base64url */
    static byte[] decode(byte[] text, int from, int to) {
        if (from < to && (text[to - 1] == '=' || !isCanonical(text[to - 1], (to - from) % 4))) {
            throw new IllegalArgumentException("padding or stray last bits");
        }
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
    }

    private static boolean isCanonical(byte last, int charactersInLastGroup) {
        int value = ALPHABET.indexOf(last);
        return switch (charactersInLastGroup) {
            case 2 -> (value & 0b1111) == 0;
            case 3 -> (value & 0b11) == 0;
            default -> true;
        };
    }
}
