package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.spi.TokenCheck;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of the configured user pools: all checks of {@link RejectionReason}, in that order, and nothing by
 * default. Thread-safe. Blocks only where {@link KeySource} does.
 */
public final class TokenVerifier {

    private final VerificationConfig config;
    private final Map<String, UserPoolConfig> poolsByIssuer;
    private final Set<TokenUse> bearerUses;
    private final KeySource keys;
    private final List<TokenCheck> checks;
    private final Clock clock;

    /**
     * A verifier that fetches the user pools' keys over HTTP and keeps them.
     *
     * @param checks the application's own, asked last
     */
    public static TokenVerifier overHttp(VerificationConfig config, List<TokenCheck> checks) {
        Clock clock = Clock.systemUTC();
        return new TokenVerifier(config, new KeySetCache(new HttpJwksFetcher(), clock), checks, clock);
    }

    TokenVerifier(VerificationConfig config, KeySource keys, List<TokenCheck> checks, Clock clock) {
        this.config = config;
        this.poolsByIssuer =
                config.userPools().stream().collect(Collectors.toMap(UserPoolConfig::issuer, Function.identity()));
        this.bearerUses = TokenUse.allowedBy(config.bearerTokens());
        this.keys = keys;
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** Verifies a token that a bearer presents as proof of who they are. */
    public Verification verify(String token) {
        return verify(token, bearerUses, config.requiredScopes());
    }

    /**
     * Verifies an ID token that accompanies an access token. {@code bearerTokens} and the required scopes do not apply:
     * both speak of the token that lets the caller in.
     */
    public Verification verifyIdToken(String token) {
        return verify(token, Set.of(TokenUse.ID), Set.of());
    }

    private Verification verify(String token, Set<TokenUse> uses, Set<String> requiredScopes) {
        try {
            CompactJws jws = CompactJws.parse(token);
            String keyId = jws.header().keyId();
            Claims claims = jws.claims();
            UserPoolConfig pool = pool(claims);
            return keys.find(pool, keyId)
                    .fold(
                            found -> {
                                checkSignature(jws, found.key());
                                checkDates(claims);
                                checkClient(claims, TokenUse.require(claims, uses), pool);
                                VerifiedJwt jwt = new VerifiedJwt(pool, token, keyId, claims, config.groupsClaim());
                                checkPermissions(jwt, requiredScopes);
                                return new Verification.Accepted(jwt);
                            },
                            unknown -> unknownKey(keyId, pool),
                            down -> new Verification.Unavailable(down.retryAfter(), down.detail()));
        } catch (Refused e) {
            return e.toOutcome();
        }
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

    private void checkDates(Claims claims) {
        Instant now = clock.instant();
        Duration skew = config.clockSkew();
        Instant expires = claims.requiredDate("exp");
        Instant notBefore = claims.date("nbf");
        Instant issued = claims.requiredDate("iat");
        if (!now.isBefore(expires.plus(skew))) {
            throw new Refused(RejectionReason.EXPIRED, "exp was " + expires + ", now " + now);
        }
        if (notBefore != null && now.isBefore(notBefore.minus(skew))) {
            throw new Refused(RejectionReason.NOT_YET_VALID, "nbf is " + notBefore + ", now " + now);
        }
        if (now.isBefore(issued.minus(skew))) {
            throw new Refused(RejectionReason.ISSUED_IN_FUTURE, "iat is " + issued + ", now " + now);
        }
    }

    private static void checkClient(Claims claims, TokenUse use, UserPoolConfig pool) {
        String client = claims.string(use.clientClaim());
        if (client == null || !pool.clientIds().contains(client)) {
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
}
