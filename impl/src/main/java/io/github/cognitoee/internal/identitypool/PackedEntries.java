package io.github.cognitoee.internal.identitypool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * What nodes share, as bytes: a version, times in milliseconds, texts. A format of our own, because Java's serialisation reads
 * whatever it is told to. Nothing follows the last field.
 */
final class PackedEntries {

    private static final int VERSION = 2;

    private PackedEntries() {}

    /** What is read, a field after the other. */
    private interface Fields<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** What is written. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** An identity id, or a generation. */
    static byte[] pack(String text) {
        return pack(out -> out.writeUTF(text));
    }

    static byte[] pack(SharedEntry entry) {
        IssuedCredentials issued = entry.issued();
        return pack(out -> {
            out.writeLong(entry.issuedAt().toEpochMilli());
            out.writeLong(issued.expiresAt().toEpochMilli());
            out.writeUTF(issued.identityId());
            out.writeUTF(issued.credentials().accessKeyId());
            out.writeUTF(issued.credentials().secretAccessKey());
            out.writeUTF(issued.credentials().sessionToken());
        });
    }

    /** Empty for what another version of the library may have written. */
    static Optional<String> text(byte[] packed) {
        return unpack(packed, in -> in.readUTF());
    }

    /** Empty for what another version of the library may have written. */
    static Optional<SharedEntry> credentials(byte[] packed) {
        return unpack(packed, in -> {
            Instant issuedAt = Instant.ofEpochMilli(in.readLong());
            Instant expiresAt = Instant.ofEpochMilli(in.readLong());
            String identityId = in.readUTF();
            AwsSessionCredentials credentials = AwsSessionCredentials.builder()
                    .accessKeyId(in.readUTF())
                    .secretAccessKey(in.readUTF())
                    .sessionToken(in.readUTF())
                    .expirationTime(expiresAt)
                    .build();
            return new SharedEntry(new IssuedCredentials(identityId, credentials, expiresAt), issuedAt);
        });
    }

    private static byte[] pack(Content content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(packed)) {
            out.writeByte(VERSION);
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return packed.toByteArray();
    }

    private static <T> Optional<T> unpack(byte[] packed, Fields<T> fields) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            T entry = fields.read(in);
            return in.read() == -1 ? Optional.of(entry) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
