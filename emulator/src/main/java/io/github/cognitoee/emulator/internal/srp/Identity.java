package io.github.cognitoee.emulator.internal.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Who proves that he knows a password.
 *
 * @param realm the part of the pool's id after its region, or the group of a device
 * @param name the real user name, or the key of a device
 */
public record Identity(String realm, String name) {

    /** A user of a pool. */
    public static Identity ofUser(String poolId, String username) {
        return new Identity(poolId.substring(poolId.indexOf('_') + 1), username);
    }

    /** The exponent that only who knows the password can make. */
    BigInteger exponent(BigInteger salt, String password) {
        byte[] inner = Srp.digest((realm + name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Srp.hash(Srp.bytes(salt), inner);
    }

    byte[] bytes() {
        return (realm + name).getBytes(StandardCharsets.UTF_8);
    }
}
