package io.github.cognitoee.internal.store;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.SessionConfig;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Verify the tokens of sessions, each by the app client of the way in which it began. */
final class SessionVerifiers {

    private final SessionConfig config;
    private final Map<Proof, ClientTokens> byWay = new EnumMap<>(Proof.class);

    SessionVerifiers(SessionConfig config, TokenVerifier verifier) {
        this.config = config;
        config.clientIds().forEach((way, clientId) -> byWay.put(way, verifier.ofClient(config.userPool(), clientId)));
    }

    ClientTokens of(SessionTokens tokens) {
        return Objects.requireNonNull(byWay.get(config.wayOf(tokens)), "one of the ways that there are");
    }
}
