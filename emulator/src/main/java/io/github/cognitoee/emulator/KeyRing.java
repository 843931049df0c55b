package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user pool's keys at one moment of their rotation. Immutable.
 *
 * @param old sign no more, but are still published
 * @param current sign
 * @param next published, but do not sign yet; null when there are none
 */
record KeyRing(List<SigningKeys> old, SigningKeys current, @Nullable SigningKeys next) {

    static KeyRing of(SigningKeys keys) {
        return new KeyRing(List.of(), keys, null);
    }

    KeyRing withNext(SigningKeys keys) {
        if (next != null) {
            throw new IllegalStateException("the next keys are published already: let them sign first");
        }
        return new KeyRing(old, current, keys);
    }

    KeyRing signingWithNext() {
        if (next == null) {
            throw new IllegalStateException("no next keys are published");
        }
        return new KeyRing(Stream.concat(old.stream(), Stream.of(current)).toList(), next, null);
    }

    KeyRing withoutOld() {
        return new KeyRing(List.of(), current, next);
    }

    /** The public halves of all, the oldest first. */
    JWKSet published() {
        Stream<JWK> keys = Stream.of(old.stream(), Stream.of(current), Stream.ofNullable(next))
                .flatMap(all -> all)
                .flatMap(pair -> Stream.of(pair.idTokenKey(), pair.accessTokenKey()));
        return new JWKSet(keys.toList()).toPublicJWKSet();
    }
}
