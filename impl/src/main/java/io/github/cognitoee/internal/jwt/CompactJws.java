package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

/** A JWS in compact serialisation (RFC 7515 section 7.1), strictly taken apart. Nothing in it is verified yet. */
final class CompactJws {

    private static final int MAX_LENGTH = 16 * 1024;

    private final String token;
    private final byte[] text;
    private final int signedLength;
    private final JoseHeader header;
    private final Claims claims;
    private final byte[] signature;

    private CompactJws(String token, byte[] text, int firstDot, int secondDot) {
        this.token = token;
        this.text = text;
        this.signedLength = secondDot;
        byte[] headerJson = decode("header", text, 0, firstDot);
        byte[] payloadJson = decode("payload", text, firstDot + 1, secondDot);
        this.signature = decode("signature", text, secondDot + 1, text.length);
        Claims headerMembers = new Claims("header", object("header", headerJson));
        this.claims = new Claims("payload", object("payload", payloadJson));
        this.header = JoseHeader.of(headerMembers);
    }

    /** @throws Refused if the text is too long, no compact JWS of JSON objects, or its header not one that is accepted */
    static CompactJws parse(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new Refused(
                    RejectionReason.TOO_LARGE,
                    "token of " + token.length() + " characters, expected at most " + MAX_LENGTH);
        }
        // what is not Latin-1 becomes '?', which is outside the base64url alphabet
        byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
        int firstDot = indexOfDot(text, 0);
        int secondDot = indexOfDot(text, firstDot + 1);
        if (secondDot >= text.length || indexOfDot(text, secondDot + 1) < text.length) {
            throw Refused.malformed("token is not three parts with dots between");
        }
        return new CompactJws(token, text, firstDot, secondDot);
    }

    /** The token itself. */
    String token() {
        return token;
    }

    JoseHeader header() {
        return header;
    }

    Claims claims() {
        return claims;
    }

    boolean isSignedBy(RSAPublicKey key) {
        return Rs256.verify(key, text, signedLength, signature);
    }

    private static int indexOfDot(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '.') {
            at++;
        }
        return at;
    }

    private static byte[] decode(String part, byte[] text, int from, int to) {
        try {
            return Base64Url.decode(text, from, to);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(part + " is not canonical base64url without padding");
        }
    }

    private static Map<?, ?> object(String part, byte[] json) {
        try {
            if (StrictJson.parse(json) instanceof Map<?, ?> members) {
                return members;
            }
            throw Refused.malformed(part + " is not a JSON object");
        } catch (StrictJson.Invalid e) {
            throw Refused.malformed(part + " is not JSON: " + e.getMessage());
        }
    }
}
