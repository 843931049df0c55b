package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.spi.TokenCheck;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of the configured user pools: all checks of {@link RejectionReason}, in that order, and nothing by
 * default. A token that was seen before is not parsed, nor its signature checked, again; what time, configuration or the
 * application can change is. Thread-safe. Blocks only where {@link KeySource} does.
 */
public final class TokenVerifier implements AutoCloseable {

    private final VerificationConfig config;
    private final Map<String, UserPoolConfig> poolsByIssuer;
    private final Expectation bearer;
    private final Expectation companion;
    private final KeySource keys;
    private final SeenTokens seenTokens;
    private final List<TokenCheck> checks;
    private final Clock clock;
    private final VerificationListener listener;

    /**
     * A verifier that fetches the user pools' keys over HTTP, the first time in the background and at once.
     *
     * @param seenTokenBytes how much memory tokens that were seen before may take; 0 for none
     * @param checks the application's own, asked last
     * @param listener is told what verification and the fetches of keys come to
     */
    public static TokenVerifier overHttp(
            VerificationConfig config, long seenTokenBytes, List<TokenCheck> checks, VerificationListener listener) {
        Clock clock = Clock.systemUTC();
        JwksFetcher fetcher = new HttpJwksFetcher();
        Executor background = fetch -> KeyThreads.start("cognito-ee-keys", fetch);
        Backoff backoff = Backoff.withJitter();
        KeySetCache keys = new KeySetCache(
                config.userPools(),
                (pool, address) -> new CachedKeySet(
                        address,
                        fetcher,
                        clock,
                        background,
                        backoff,
                        (inARow, detail) -> listener.keysUnavailable(pool.id(), inARow, detail)));
        keys.fetchAhead();
        return new TokenVerifier(config, keys, new SeenTokens(seenTokenBytes), checks, clock, listener);
    }

    TokenVerifier(
            VerificationConfig config, KeySource keys, SeenTokens seenTokens, List<TokenCheck> checks, Clock clock) {
        this(config, keys, seenTokens, checks, clock, VerificationListener.NONE);
    }

    TokenVerifier(
            VerificationConfig config,
            KeySource keys,
            SeenTokens seenTokens,
            List<TokenCheck> checks,
            Clock clock,
            VerificationListener listener) {
        this.config = config;
        this.poolsByIssuer = byIssuer(config.userPools());
        this.bearer = new Expectation(TokenUse.allowedBy(config.bearerTokens()), config.requiredScopes());
        this.companion = new Expectation(Set.of(TokenUse.ID), Set.of());
        this.keys = keys;
        this.seenTokens = seenTokens;
        this.checks = List.copyOf(checks);
        this.clock = clock;
        this.listener = listener;
    }

    private static Map<String, UserPoolConfig> byIssuer(List<UserPoolConfig> pools) {
        Map<String, UserPoolConfig> byIssuer = new HashMap<>();
        pools.forEach(pool -> pool.issuers().forEach(issuer -> byIssuer.put(issuer, pool)));
        return Map.copyOf(byIssuer);
    }

    /** Verifies a token that a bearer presents as proof of who they are. */
    public Verification verify(String token) {
        return verify(token, bearer);
    }

    /**
     * Verifies an ID token that accompanies an access token. {@code bearerTokens} and the required scopes do not apply:
     * both speak of the token that lets the caller in.
     */
    public Verification verifyIdToken(String token) {
        return verify(token, companion);
    }

    /** Verifies tokens that one app client was issued for the application itself, which no bearer presents. */
    public ClientTokens ofClient(UserPoolConfig pool, String clientId) {
        Optional<ExpectedClient> client = Optional.of(new ExpectedClient(pool, clientId));
        Expectation access = new Expectation(Set.of(TokenUse.ACCESS), config.requiredScopes(), client);
        Expectation id = new Expectation(Set.of(TokenUse.ID), Set.of(), client);
        return new ClientTokens() {
            @Override
            public Verification verifyAccessToken(String token) {
                return verify(token, access);
            }

            @Override
            public Verification verifyIdToken(String token) {
                return verify(token, id);
            }
        };
    }

    /** Verifies the tokens of one app client: no others of its user pool will do. Thread-safe. */
    public interface ClientTokens {

        /** The required scopes of the definition apply. */
        Verification verifyAccessToken(String token);

        Verification verifyIdToken(String token);
    }

    /** What is asked of a token beyond its being genuine. */
    private record Expectation(Set<TokenUse> uses, Set<String> requiredScopes, Optional<ExpectedClient> client) {

        /** Of a token of any of the configured clients. */
        Expectation(Set<TokenUse> uses, Set<String> requiredScopes) {
            this(uses, requiredScopes, Optional.empty());
        }

        boolean allows(String clientId, UserPoolConfig pool) {
            return client.isEmpty()
                    ? pool.clientIds().contains(clientId)
                    : client.get().id().equals(clientId) && client.get().pool().equals(pool);
        }
    }

    private record ExpectedClient(UserPoolConfig pool, String id) {}

    private Verification verify(String token, Expectation expected) {
        Verification outcome = outcome(token, expected);
        if (outcome instanceof Verification.Rejected rejected) {
            listener.rejected(rejected);
        }
        return outcome;
    }

    private Verification outcome(String token, Expectation expected) {
        try {
            SeenTokens.Seen seen = seenTokens.find(token);
            if (seen == null) {
                return verifyAnew(token, expected);
            }
            VerifiedJwt jwt = seen.token();
            KeyLookup key = keys.find(jwt.userPool(), jwt.keyId());
            if (!seen.isVerifiedWith(key)) {
                return judge(CompactJws.parse(token), jwt.userPool(), key, expected);
            }
            checkDates(jwt.dates());
            jwt.use().requireOneOf(expected.uses());
            checkClient(jwt.clientId(), jwt.use(), jwt.userPool(), expected);
            checkPermissions(jwt, expected.requiredScopes());
            return seen.outcome();
        } catch (Refused e) {
            if (e.reason() == RejectionReason.EXPIRED) {
                seenTokens.forget(token);
            }
            return e.toOutcome();
        }
    }

    private Verification verifyAnew(String token, Expectation expected) {
        CompactJws jws = CompactJws.parse(token);
        UserPoolConfig pool = pool(jws.claims());
        return judge(jws, pool, keys.find(pool, jws.header().keyId()), expected);
    }

    private Verification judge(CompactJws jws, UserPoolConfig pool, KeyLookup key, Expectation expected) {
        return key.fold(
                found -> accept(jws, pool, found.key(), expected),
                unknown -> unknownKey(jws.header().keyId(), pool),
                down -> new Verification.Unavailable(down.retryAfter(), down.detail()));
    }

    private Verification accept(CompactJws jws, UserPoolConfig pool, RSAPublicKey key, Expectation expected) {
        checkSignature(jws, key);
        Claims claims = jws.claims();
        TokenDates dates = TokenDates.of(claims);
        checkDates(dates);
        TokenUse use = TokenUse.require(claims, expected.uses());
        checkClient(claims.string(use.clientClaim()), use, pool, expected);
        VerifiedJwt jwt =
                new VerifiedJwt(pool, jws.token(), jws.header().keyId(), claims, use, dates, config.groupsClaim());
        checkPermissions(jwt, expected.requiredScopes());
        Verification.Accepted accepted = new Verification.Accepted(jwt);
        seenTokens.admit(jws.token(), accepted, key);
        listener.accepted(jwt);
        return accepted;
    }

    private UserPoolConfig pool(Claims claims) {
        String issuer = claims.string("iss");
        UserPoolConfig pool = issuer == null ? null : poolsByIssuer.get(issuer);
        if (pool == null) {
            String found = issuer == null ? "missing" : Untrusted.quote(issuer);
            throw new Refused(RejectionReason.ISSUER, "iss is " + found + ", expected that of user pool " + poolIds());
        }
        return pool;
    }

    private String poolIds() {
        return config.userPools().stream().map(UserPoolConfig::id).collect(Collectors.joining(" or "));
    }

    private static Verification unknownKey(String keyId, UserPoolConfig pool) {
        return new Verification.Rejected(
                RejectionReason.UNKNOWN_KEY,
                "user pool " + pool.id() + " has no RS256 signing key with kid " + Untrusted.quote(keyId));
    }

    private static void checkSignature(CompactJws jws, RSAPublicKey key) {
        if (!jws.isSignedBy(key)) {
            throw new Refused(RejectionReason.SIGNATURE, "signature is not that of the key named by kid");
        }
    }

    private void checkDates(TokenDates dates) {
        dates.check(clock.millis(), config.clockSkew());
    }

    private static void checkClient(@Nullable String client, TokenUse use, UserPoolConfig pool, Expectation expected) {
        if (client == null || !expected.allows(client, pool)) {
            String found = client == null ? "missing" : Untrusted.quote(client);
            throw new Refused(
                    RejectionReason.CLIENT,
                    use.clientClaim() + " is " + found + ", expected a configured app client of user pool "
                            + pool.id());
        }
    }

    private void checkPermissions(VerifiedJwt jwt, Set<String> requiredScopes) {
        requireAll(RejectionReason.SCOPE, "scope", requiredScopes, jwt.scopes());
        requireAll(RejectionReason.GROUP, "group", config.requiredGroups(), jwt.groups());
        for (TokenCheck check : checks) {
            String refusal = refusal(check, jwt);
            if (refusal != null) {
                throw new Refused(RejectionReason.TOKEN_CHECK, Untrusted.clean(refusal));
            }
        }
    }

    private static void requireAll(RejectionReason reason, String what, Set<String> required, Set<String> held) {
        for (String one : required) {
            if (!held.contains(one)) {
                throw new Refused(reason, "required " + what + " '" + one + "' is missing");
            }
        }
    }

    /** A check that fails refuses; its exception is named but not quoted, since anything may stand in its message. */
    private static @Nullable String refusal(TokenCheck check, VerifiedJwt jwt) {
        try {
            Optional<String> refusal = check.refuse(jwt);
            return refusal == null ? check.getClass().getName() + " returned null" : refusal.orElse(null);
        } catch (RuntimeException e) {
            return check.getClass().getName() + " failed with " + e.getClass().getName();
        }
    }

    /** Ends a fetch of keys that is under way; tokens whose keys are not at hand cannot be judged any more. */
    @Override
    public void close() {
        keys.close();
    }
}
