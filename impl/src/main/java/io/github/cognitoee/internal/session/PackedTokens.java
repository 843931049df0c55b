package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in as few bytes as they need: what is Base64 in them is written as the bytes it stands for, so that encrypting and
 * writing them as Base64 makes them no longer than they were. A format of our own, because Java's serialisation reads
 * whatever it is told to, and JSON would keep the text.
 */
final class PackedTokens {

    private static final int VERSION = 2;
    private static final Proof[] WAYS = {Proof.MANAGED_LOGIN, Proof.FORM};

    /** In place of the number of a way. */
    private static final int NO_WAY = 0xff;

    private static final int AS_TEXT = 0;
    private static final int AS_BYTES = 1;

    private PackedTokens() {}

    static byte[] pack(SessionTokens tokens) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(packed)) {
            out.writeByte(VERSION);
            out.writeByte(tokens.signedInBy().map(List.of(WAYS)::indexOf).orElse(NO_WAY));
            out.writeLong(tokens.signedInAt().getEpochSecond());
            write(tokens.idToken(), out);
            write(tokens.accessToken(), out);
            write(tokens.refreshToken().orElse(""), out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return packed.toByteArray();
    }

    /** Empty for what another version of the library may have written. */
    static Optional<SessionTokens> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            int way = in.readUnsignedByte();
            Instant signedInAt = Instant.ofEpochSecond(in.readLong());
            String idToken = read(in);
            String accessToken = read(in);
            String refreshToken = read(in);
            SessionTokens tokens =
                    new SessionTokens(idToken, accessToken, refreshToken.isEmpty() ? null : refreshToken, signedInAt);
            return Optional.of(way < WAYS.length ? tokens.signedInBy(WAYS[way]) : tokens);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void write(String token, DataOutputStream out) throws IOException {
        String[] parts = token.split("\\.", -1);
        out.writeByte(parts.length);
        for (String part : parts) {
            byte @Nullable [] decoded = decoded(part);
            byte[] bytes = decoded == null ? part.getBytes(StandardCharsets.UTF_8) : decoded;
            out.writeByte(decoded == null ? AS_TEXT : AS_BYTES);
            out.writeShort(bytes.length);
            out.write(bytes);
        }
    }

    private static String read(DataInputStream in) throws IOException {
        String[] parts = new String[in.readUnsignedByte()];
        for (int i = 0; i < parts.length; i++) {
            boolean isText = in.readByte() == AS_TEXT;
            byte[] bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            parts[i] = isText
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        return String.join(".", parts);
    }

    /** The bytes that a text stands for; null where they would not give the very same text again. */
    private static byte @Nullable [] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
