package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebAuthn credential of a user. Immutable.
 *
 * @param credentialId in Base64url
 * @param attachment {@code platform} or {@code cross-platform}; null where the browser did not say
 * @param key the attested credential data, with the public key, in Base64url
 * @param signCount the authenticator's counter when it was used last
 * @param verifiedUser whether it was ever used with verification of the user
 * @param backupEligible whether it may be copied to other devices
 * @param backedUp whether it was
 */
public record Passkey(
        String username,
        String credentialId,
        String relyingPartyId,
        @Nullable String attachment,
        List<String> transports,
        String key,
        long signCount,
        boolean verifiedUser,
        boolean backupEligible,
        boolean backedUp,
        Instant createdAt) {

    public Passkey {
        transports = List.copyOf(transports);
    }

    /** As it is after it was used. */
    public Passkey used(long count, boolean verified, boolean copied) {
        return new Passkey(
                username,
                credentialId,
                relyingPartyId,
                attachment,
                transports,
                key,
                count,
                verifiedUser || verified,
                backupEligible,
                copied,
                createdAt);
    }

    /** What it stands for in the claim {@code amr}: a key of this device, or one that goes along. */
    public String method() {
        return "cross-platform".equals(attachment) ? "hwk" : "swk";
    }

    /** Tells whose it is. */
    @Override
    public String toString() {
        return "Passkey[" + username + "]";
    }
}
