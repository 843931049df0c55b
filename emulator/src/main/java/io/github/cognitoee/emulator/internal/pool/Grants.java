package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.PoolState.SignIns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sign-ins with their refresh tokens, and which were revoked. The oldest of very many are forgotten. Thread-safe. */
public final class Grants {

    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Supplier<String> newToken;
    private final Map<String, Grant> byOrigin = new Bounded<>();
    private final Map<String, RefreshToken> byDigest = new Bounded<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Instant> signedOut = new HashMap<>();

    Grants(Clock clock, Supplier<String> newToken) {
        this.clock = clock;
        this.newToken = newToken;
    }

    /** A sign-in by an operation. */
    public Grant open(Account account, AppClient client, List<String> scopes, Grant.Means means) {
        return open(account.username(), client, clock.instant(), scopes, means, null);
    }

    /** A sign-in through the pages, whose tokens the client fetches now. */
    public Grant open(Authorization authorization, AppClient client) {
        BrowserSession signIn = authorization.signIn();
        return open(
                signIn.username(),
                client,
                signIn.authTime(),
                authorization.asked().scopes(),
                new Grant.Means(signIn.methods(), null),
                new Grant.Pages(authorization.asked().resource()));
    }

    private synchronized Grant open(
            String username,
            AppClient client,
            Instant authTime,
            List<String> scopes,
            Grant.Means means,
            Grant.@Nullable Pages pages) {
        Grant grant = new Grant(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                username,
                client.clientId(),
                authTime,
                clock.instant().plus(client.settings().refreshLifetime()),
                scopes,
                means,
                pages);
        byOrigin.put(grant.originJti(), grant);
        return grant;
    }

    /** A new refresh token of the grant. */
    public synchronized String refreshTokenOf(Grant grant) {
        String token = newToken.get();
        byDigest.put(digest(token), new RefreshToken(grant, null));
        return token;
    }

    /**
     * The grant of a refresh token in the hands of a client.
     *
     * @param deviceKey the device that it came from, where the pool knows devices
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is none, expired, revoked or replaced
     */
    public synchronized Grant refresh(String token, AppClient client, @Nullable String deviceKey) {
        RefreshToken found = byDigest.get(digest(token));
        if (found == null || !found.grant().isOf(client, deviceKey)) {
            throw ErrorType.NOT_AUTHORIZED.because("Invalid Refresh Token");
        }
        Grant grant = found.grant();
        if (revoked.contains(grant.originJti())) {
            throw ErrorType.NOT_AUTHORIZED.because("Refresh Token has been revoked");
        }
        if (!clock.instant().isBefore(grant.expiresAt())) {
            throw ErrorType.NOT_AUTHORIZED.because("Refresh Token has expired");
        }
        if (found.usableUntil() != null && !clock.instant().isBefore(found.usableUntil())) {
            throw ErrorType.REFRESH_TOKEN_REUSE.because("Refresh token reuse detected");
        }
        return grant;
    }

    /** A new refresh token in place of one, which stays good for this grace from its first replacement. */
    public synchronized String rotate(String token, Grant grant, Duration grace) {
        Instant end = clock.instant().plus(grace);
        byDigest.computeIfPresent(
                digest(token), (key, old) -> old.usableUntil() == null ? new RefreshToken(grant, end) : old);
        return refreshTokenOf(grant);
    }

    public synchronized Optional<Grant> find(String refreshToken) {
        return Optional.ofNullable(byDigest.get(digest(refreshToken))).map(RefreshToken::grant);
    }

    public synchronized void revoke(Grant grant) {
        revoked.add(grant.originJti());
    }

    /** Revokes all tokens that the user has now. */
    public synchronized void revokeAll(String username) {
        byOrigin.values().stream()
                .filter(grant -> grant.username().equals(username))
                .forEach(this::revoke);
        signedOut.put(username, clock.instant());
    }

    /**
     * Whether an access token was revoked. Those of no known sign-in are told by their time.
     *
     * @param originJti null where the client's tokens have none
     */
    public synchronized boolean isRevoked(String username, @Nullable String originJti, Instant authTime) {
        if (originJti != null && byOrigin.containsKey(originJti)) {
            return revoked.contains(originJti);
        }
        Instant end = signedOut.get(username);
        return end != null && !authTime.isAfter(end);
    }

    synchronized SignIns state() {
        Map<String, Grant> grants = new LinkedHashMap<>(byOrigin);
        List<PoolState.RefreshToken> tokens = new ArrayList<>();
        byDigest.forEach((digest, token) -> {
            grants.putIfAbsent(token.grant().originJti(), token.grant());
            tokens.add(new PoolState.RefreshToken(digest, token.grant().originJti(), token.usableUntil()));
        });
        return new SignIns(List.copyOf(grants.values()), tokens, new TreeSet<>(revoked), new TreeMap<>(signedOut));
    }

    synchronized void restore(SignIns state) {
        state.grants().forEach(grant -> byOrigin.put(grant.originJti(), grant));
        state.refreshTokens()
                .forEach(token -> byDigest.put(
                        token.digest(),
                        new RefreshToken(
                                Objects.requireNonNull(byOrigin.get(token.originJti())), token.usableUntil())));
        revoked.addAll(state.revoked());
        Instant now = clock.instant(); // the clock may have been ahead when they were kept
        state.signedOut().forEach((username, end) -> signedOut.put(username, end.isAfter(now) ? now : end));
    }

    /** By which a refresh token is known again, so that none need be kept. */
    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private record RefreshToken(Grant grant, @Nullable Instant usableUntil) {
        @Override
        public String toString() {
            return "RefreshToken";
        }
    }

    private static final class Bounded<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
