package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a user pool that may sign tokens, by {@code kid}. Immutable.
 *
 * <p>Read leniently, as RFC 7517 section 5 asks: keys of other kinds, for other uses or too weak are left out, unknown
 * members are ignored.
 */
final class KeySet {

    private static final int MIN_MODULUS_BITS = 2048;

    private final Map<String, KeyLookup.Found> keys;

    private KeySet(Map<String, KeyLookup.Found> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * @param previous the set before this one, whose keys are taken over where they are the same, so that what belongs
     *     to a key may compare by identity; null for none
     * @throws IOException if the text is no key set, or one without a key that can be used
     */
    static KeySet parse(String json, @Nullable KeySet previous) throws IOException {
        Map<String, KeyLookup.Found> keys = new HashMap<>();
        for (JsonWebKey key : read(json)) {
            if (key instanceof RsaJsonWebKey rsa && isForSignatures(rsa)) {
                RSAPublicKey published = rsa.getRsaPublicKey();
                KeyLookup.Found known = previous == null ? null : previous.find(rsa.getKeyId());
                keys.putIfAbsent(
                        rsa.getKeyId(),
                        known != null && isSame(known.key(), published)
                                ? known
                                : new KeyLookup.Found(Rs256.prepared(published)));
            }
        }
        if (keys.isEmpty()) {
            // Cognito always publishes its keys: to believe this answer would be to call every token invalid
            throw new IOException("key set without a usable key");
        }
        return new KeySet(keys);
    }

    KeyLookup.@Nullable Found find(String kid) {
        return keys.get(kid);
    }

    /** By their numbers: providers have key types of their own. */
    private static boolean isSame(RSAPublicKey one, RSAPublicKey other) {
        return one.getModulus().equals(other.getModulus())
                && one.getPublicExponent().equals(other.getPublicExponent());
    }

    private static Iterable<JsonWebKey> read(String json) throws IOException {
        try {
            return new JsonWebKeySet(json).getJsonWebKeys();
        } catch (JoseException | RuntimeException e) { // jose4j casts what it read
            throw new IOException("not a JSON Web Key Set", e);
        }
    }

    private static boolean isForSignatures(RsaJsonWebKey key) {
        return key.getKeyId() != null
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(JoseHeader.ALGORITHM))
                && key.getRsaPublicKey().getModulus().bitLength() >= MIN_MODULUS_BITS;
    }
}
