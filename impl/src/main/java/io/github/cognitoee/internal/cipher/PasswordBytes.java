package io.github.cognitoee.internal.cipher;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password in UTF-8, which is zeroed when this is closed. It is written once, into a buffer that is long enough: the JDK's own
 * {@code Charset.encode} may begin with one that is not, and leave it behind.
 */
public final class PasswordBytes implements AutoCloseable {

    private static final int MOST_BYTES_PER_CHAR = 3;

    private final byte[] bytes;
    private final int length;

    public PasswordBytes(char[] password) {
        this.bytes = new byte[MOST_BYTES_PER_CHAR * password.length];
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), encoded, true);
        this.length = encoded.position();
    }

    /** The bytes themselves, no copy. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "PasswordBytes";
    }
}
