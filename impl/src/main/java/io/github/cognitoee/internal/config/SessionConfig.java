package io.github.cognitoee.internal.config;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sessions of people who signed in with a browser, in one way or another.
 *
 * @param userPool where they signed in
 * @param clientIds the app client by which they did, of each way in which they may; at least one
 * @param baseUrl how the application knows its own address
 * @param cookieKeys with which cookies are encrypted: the first, and decrypted: all; empty for one made at random
 * @param tokens where tokens are kept
 */
public record SessionConfig(
        UserPoolConfig userPool,
        Map<Proof, String> clientIds,
        BaseUrlConfig baseUrl,
        List<CipherKey> cookieKeys,
        TokenKeeping tokens) {

    public SessionConfig {
        clientIds = Collections.unmodifiableMap(new EnumMap<>(clientIds));
        cookieKeys = List.copyOf(cookieKeys);
    }

    /** The app client by which people sign in so. */
    public String clientId(Proof way) {
        return Objects.requireNonNull(clientIds.get(way), "one of the ways that there are");
    }

    /**
     * How the session with these tokens began. Where they do not tell, or tell of a way that is none any more, that is the
     * first of those there are.
     */
    public Proof wayOf(SessionTokens tokens) {
        return tokens.signedInBy()
                .filter(clientIds::containsKey)
                .orElseGet(() -> clientIds.keySet().iterator().next());
    }
}
