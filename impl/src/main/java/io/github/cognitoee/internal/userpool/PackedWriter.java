package io.github.cognitoee.internal.userpool;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/**
 * Writes numbers and texts one after the other in few bytes. A text that is Base64 is written as the bytes it stands for, so
 * that encrypting it and writing that as Base64 makes it no longer than it was.
 *
 * <p>All methods throw {@link IllegalArgumentException} for what is longer or more than the form has room for.
 */
final class PackedWriter {

    static final int AS_TEXT = 0;
    static final int AS_BASE64 = 1;
    static final int AS_BASE64URL = 2;

    private static final int MOST_NUMBER = 0xFF;
    private static final int MOST_BYTES = 0xFFFF;

    private static final int WORTH_IT = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** From 0 to 255. */
    PackedWriter number(int value) {
        if (value < 0 || value > MOST_NUMBER) {
            throw new IllegalArgumentException("the number " + value);
        }
        out.write(value);
        return this;
    }

    PackedWriter time(long epochSecond) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(epochSecond).array());
        return this;
    }

    PackedWriter text(String text) {
        return write(AS_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that may be Base64 of some kind. */
    PackedWriter base64(String text) {
        if (text.length() >= WORTH_IT) {
            if (isSame(text, Base64.getEncoder(), Base64.getDecoder())) {
                return write(AS_BASE64, Base64.getDecoder().decode(text));
            }
            if (isSame(text, Base64.getUrlEncoder().withoutPadding(), Base64.getUrlDecoder())) {
                return write(AS_BASE64URL, Base64.getUrlDecoder().decode(text));
            }
        }
        return text(text);
    }

    PackedWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    PackedWriter map(Map<String, String> map) {
        number(map.size());
        map.forEach((key, value) -> text(key).text(value));
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private PackedWriter write(int form, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a text of " + bytes.length + " bytes");
        }
        out.write(form);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** Whether a text comes out of its bytes to the letter. */
    private static boolean isSame(String text, Base64.Encoder encoder, Base64.Decoder decoder) {
        try {
            return encoder.encodeToString(decoder.decode(text)).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
