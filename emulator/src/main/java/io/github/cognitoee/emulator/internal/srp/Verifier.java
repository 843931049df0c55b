package io.github.cognitoee.emulator.internal.srp;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a password to check its proofs by, and from which nobody gets the password back. Immutable.
 *
 * @param salt in hexadecimal
 * @param value in hexadecimal
 */
public record Verifier(String salt, String value) {

    private static final int SALT_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of a password, with a salt that no other has. */
    public static Verifier of(Identity identity, String password) {
        return of(identity, password, new BigInteger(SALT_BITS, RANDOM));
    }

    static Verifier of(Identity identity, String password, BigInteger salt) {
        return of(salt, Srp.G.modPow(identity.exponent(salt, password), Srp.N));
    }

    /** As its owner made it. */
    public static Verifier of(BigInteger salt, BigInteger value) {
        return new Verifier(salt.toString(16), value.toString(16));
    }

    /** One that looks like others and that no password fits; with the same seed it has the same salt. */
    public static Verifier simulated(byte[] seed) {
        BigInteger salt = Srp.hash(seed).shiftRight(SALT_BITS);
        return of(salt, Srp.G.modPow(new BigInteger(2 * SALT_BITS, RANDOM), Srp.N));
    }

    BigInteger number() {
        return new BigInteger(value, 16);
    }

    /** A number as it came over the wire, or null where it is none that this protocol may be begun with. */
    static @Nullable BigInteger publicValue(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,1024}")) {
            return null;
        }
        BigInteger number = new BigInteger(hex, 16);
        return number.mod(Srp.N).signum() == 0 ? null : number;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Verifier";
    }
}
