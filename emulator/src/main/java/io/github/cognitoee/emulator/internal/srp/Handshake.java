package io.github.cognitoee.emulator.internal.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/** The server's side of one proof: begun with the other side's public value, ended with its signature. Immutable. */
public final class Handshake {

    private static final int SECRET_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Identity identity;
    private final String salt;
    private final BigInteger publicValue;
    private final byte[] key;

    private Handshake(Identity identity, String salt, BigInteger publicValue, byte[] key) {
        this.identity = identity;
        this.salt = salt;
        this.publicValue = publicValue;
        this.key = key;
    }

    /**
     * Begins.
     *
     * @param theirs {@code SRP_A}
     * @return empty if that is no number, or one by which a password could be done without
     */
    public static Optional<Handshake> begin(Identity identity, Verifier verifier, String theirs) {
        return Optional.ofNullable(Verifier.publicValue(theirs))
                .map(number -> begin(identity, verifier, number, new BigInteger(SECRET_BITS, RANDOM)));
    }

    static Handshake begin(Identity identity, Verifier verifier, BigInteger theirs, BigInteger secret) {
        BigInteger value = verifier.number();
        BigInteger ours = Srp.K.multiply(value).add(Srp.G.modPow(secret, Srp.N)).mod(Srp.N);
        BigInteger scrambler = scrambler(theirs, ours);
        BigInteger shared = shared(theirs, value, scrambler, secret);
        return new Handshake(identity, verifier.salt(), ours, Srp.key(scrambler, shared));
    }

    static BigInteger scrambler(BigInteger theirs, BigInteger ours) {
        return Srp.hash(Srp.bytes(theirs), Srp.bytes(ours));
    }

    static BigInteger shared(BigInteger theirs, BigInteger verifier, BigInteger scrambler, BigInteger secret) {
        return theirs.multiply(verifier.modPow(scrambler, Srp.N)).modPow(secret, Srp.N);
    }

    /** {@code SALT}. */
    public String salt() {
        return salt;
    }

    /** {@code SRP_B}. */
    public String publicValue() {
        return publicValue.toString(16);
    }

    /** Whether a signature was made with the password. */
    public boolean accepts(byte[] signature, byte[] secretBlock, String timestamp) {
        return MessageDigest.isEqual(signature, signature(secretBlock, timestamp));
    }

    byte[] signature(byte[] secretBlock, String timestamp) {
        return Srp.hmac(key, identity.bytes(), secretBlock, timestamp.getBytes(StandardCharsets.UTF_8));
    }

    byte[] key() {
        return key.clone();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Handshake[" + identity.name() + "]";
    }
}
