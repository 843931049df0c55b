package io.github.cognitoee.internal.jwt;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document to the letter of RFC 8259, and stricter where that leaves a choice: no duplicate members, no
 * lone surrogates, numbers that are finite, 16 levels at most. Two readers of a token must not see two different tokens.
 *
 * <p>Our own, because jose4j's reader takes trailing commas, leading zeros and {@code 1e400}, and JSON-P is the
 * server's, so not at hand where no server is (JAAS, the command line).
 *
 * <p>Values are {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long}, {@code BigInteger} where a
 * long does not suffice, {@code Double} for whatever has a fraction or an exponent, and null. Maps keep the document's
 * order; maps and lists are unmodifiable.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 16;
    /** Reading a number takes time quadratic to its length. */
    private static final int MAX_NUMBER_LENGTH = 1000;
    /** Digits that always fit a long. */
    private static final int LONG_DIGITS = 18;
    /** What {@link #peek} sees behind the document: a character that no JSON has outside of strings, nor within. */
    private static final byte END = 0;

    private final byte[] document;
    private int at;

    private StrictJson(byte[] document) {
        this.document = document;
    }

    /** @throws Invalid if the bytes are not exactly one JSON document in UTF-8 */
    public static @Nullable Object parse(byte[] document) throws Invalid {
        requireUtf8(document);
        StrictJson json = new StrictJson(document);
        json.skipBlanks();
        Object value = json.value(0);
        json.skipBlanks();
        if (json.at != document.length) {
            throw json.invalid("text behind the document");
        }
        return value;
    }

    private @Nullable Object value(int depth) throws Invalid {
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws Invalid {
        open(depth);
        if (nextIs('}')) {
            return Map.of();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        do {
            skipBlanks();
            if (peek() != '"') {
                throw invalid("no member name");
            }
            String name = string();
            if (members.containsKey(name)) {
                throw invalid("duplicate member");
            }
            expect(':');
            skipBlanks();
            members.put(name, value(depth));
        } while (nextIs(','));
        expect('}');
        return Collections.unmodifiableMap(members);
    }

    private List<Object> array(int depth) throws Invalid {
        open(depth);
        if (nextIs(']')) {
            return List.of();
        }
        List<Object> elements = new ArrayList<>();
        do {
            skipBlanks();
            elements.add(value(depth));
        } while (nextIs(','));
        expect(']');
        return Collections.unmodifiableList(elements);
    }

    private void open(int depth) throws Invalid {
        if (depth > MAX_DEPTH) {
            throw invalid("nested deeper than " + MAX_DEPTH + " levels");
        }
        at++;
    }

    /** A string; nearly all of them have no escapes and are taken over as a slice of the document. */
    private String string() throws Invalid {
        int start = ++at;
        while (true) {
            byte b = stringByte();
            if (b == '"') {
                String text = slice(start);
                at++;
                return text;
            }
            if (b == '\\') {
                return escapedString(start);
            }
            at++;
        }
    }

    private String escapedString(int start) throws Invalid {
        StringBuilder text = new StringBuilder();
        int plain = start;
        for (byte b = stringByte(); b != '"'; b = stringByte()) {
            if (b == '\\') {
                text.append(slice(plain)).append(escape());
                plain = at;
            } else {
                at++;
            }
        }
        text.append(slice(plain));
        at++;
        // only an escape can have brought one in: the document is UTF-8
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw invalid("lone surrogate");
        }
        return text.toString();
    }

    private byte stringByte() throws Invalid {
        byte b = peek();
        if (b >= 0 && b < ' ') {
            throw invalid(at == document.length ? "string without an end" : "control character in a string");
        }
        return b;
    }

    private char escape() throws Invalid {
        at++;
        byte escaped = peek();
        at++;
        return switch (escaped) {
            case '"', '\\', '/' -> (char) escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw invalid("unknown escape");
        };
    }

    private char hex() throws Invalid {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            byte b = peek();
            int digit = b < 0 ? -1 : Character.digit(b, 16);
            if (digit < 0) {
                throw invalid("unknown escape");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private Number number() throws Invalid {
        int start = at;
        skipIf('-');
        if (!skipIf('0')) { // a digit behind a leading zero is left over, and no valid document goes on with one
            digits();
        }
        boolean integral = true;
        if (skipIf('.')) {
            digits();
            integral = false;
        }
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('+')) {
                skipIf('-');
            }
            digits();
            integral = false;
        }
        if (at - start > MAX_NUMBER_LENGTH) {
            throw invalid("number longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        return integral ? integer(slice(start)) : floatingPoint(slice(start));
    }

    private void digits() throws Invalid {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw invalid("not a JSON value");
        }
    }

    private static Number integer(String text) {
        if (text.length() <= LONG_DIGITS) {
            return Long.valueOf(text);
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }

    private Double floatingPoint(String text) throws Invalid {
        Double value = Double.valueOf(text);
        if (value.isInfinite()) {
            throw invalid("number out of range");
        }
        return value;
    }

    private @Nullable Boolean literal(String text, @Nullable Boolean value) throws Invalid {
        for (int i = 0; i < text.length(); i++) {
            if (!skipIf(text.charAt(i))) {
                throw invalid("not a JSON value");
            }
        }
        return value;
    }

    private byte peek() {
        return at < document.length ? document[at] : END;
    }

    private boolean skipIf(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private boolean nextIs(char c) {
        skipBlanks();
        return skipIf(c);
    }

    private void expect(char c) throws Invalid {
        if (!nextIs(c)) {
            throw invalid("no '" + c + "'");
        }
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private String slice(int start) {
        return new String(document, start, at - start, StandardCharsets.UTF_8);
    }

    private Invalid invalid(String what) {
        return new Invalid(what + " at byte " + at);
    }

    /** Slices between quotes and backslashes are UTF-8 if the document is: those are never part of another character. */
    private static void requireUtf8(byte[] document) throws Invalid {
        int bits = 0;
        for (byte b : document) {
            bits |= b;
        }
        if (bits < 0) { // else all ASCII, as nearly all tokens are
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            } catch (CharacterCodingException e) {
                throw new Invalid("not UTF-8");
            }
        }
    }

    /** The bytes are no valid JSON. The message names what and where, and repeats nothing of the document. */
    public static final class Invalid extends Exception {

        private static final long serialVersionUID = 1L;

        private Invalid(String message) {
            super(message, null, false, false);
        }
    }
}
