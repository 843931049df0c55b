package io.github.cognitoee.internal.signing;

import io.github.cognitoee.UnsignableRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps a body until it is signed, up to a bound. Not thread-safe. */
final class BoundedBody extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int bound;
    private boolean tooLong;

    BoundedBody(int bound) {
        this.bound = bound;
    }

    @Override
    public void write(int octet) throws IOException {
        requireRoomFor(1);
        kept.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        requireRoomFor(length);
        kept.write(octets, offset, length);
    }

    private void requireRoomFor(int length) throws IOException {
        if (length > bound - kept.size()) {
            tooLong = true;
            throw new IOException("longer than " + bound + " bytes");
        }
    }

    /**
     * Told apart from what else may fail: not every writer of bodies lets an exception out as it is.
     *
     * @throws UnsignableRequestException if more was written than there is room for
     */
    void requireWithinBound() {
        if (tooLong) {
            throw new UnsignableRequestException("A request has a body of more than " + bound
                    + " bytes, which all have to be kept to be signed: raise maxBodySize of @CognitoSigned if the service"
                    + " takes that much");
        }
    }

    byte[] octets() {
        return kept.toByteArray();
    }
}
