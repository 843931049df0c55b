package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.spi.VerifiedToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature, issuer, times, use and client have been verified. Immutable. Prints neither token nor claims.
 *
 * <p>The accessors by claim name are for claims that an application asks for: a claim of another type is not there.
 */
public final class VerifiedJwt implements VerifiedToken {

    private final UserPoolConfig userPool;
    private final String rawToken;
    private final String keyId;
    private final Map<String, Object> claims;
    private final TokenUse use;
    private final TokenDates dates;
    private final String issuer;
    private final String subject;
    private final String clientId;
    private final @Nullable String username;
    private final Set<String> scopes;
    private final Set<String> groups;
    private @Nullable Set<String> roles; // benign race, here and below: every thread computes the same value
    private @Nullable String claimsDigest;

    /** @throws Refused if a claim that this type has an accessor for is of the wrong type */
    VerifiedJwt(
            UserPoolConfig userPool,
            String rawToken,
            String keyId,
            Claims claims,
            TokenUse use,
            TokenDates dates,
            String groupsClaim) {
        this.userPool = userPool;
        this.rawToken = rawToken;
        this.keyId = keyId;
        this.claims = claims.members();
        this.use = use;
        this.dates = dates;
        this.issuer = claims.requiredString("iss");
        this.subject = claims.requiredString("sub");
        this.clientId = claims.requiredString(use.clientClaim());
        this.username = claims.string(isIdToken() ? "cognito:username" : "username");
        this.scopes = isIdToken() ? Set.of() : words(claims.string("scope"));
        this.groups = withoutProviders(claims.strings(groupsClaim), userPool.id() + "_");
    }

    /** The user pool that issued it. */
    public UserPoolConfig userPool() {
        return userPool;
    }

    /** The token itself: a secret, for the services that ask for it. */
    public String rawToken() {
        return rawToken;
    }

    /** The claims as the JSON text that was signed. */
    public String payloadJson() {
        String payload = rawToken.substring(rawToken.indexOf('.') + 1, rawToken.lastIndexOf('.'));
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    /** {@code kid}: the key that signed it. */
    public String keyId() {
        return keyId;
    }

    @Override
    public String issuer() {
        return issuer;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public boolean isIdToken() {
        return use == TokenUse.ID;
    }

    /** Whether no person stands behind it but a client with its own credentials: an access token without a user name. */
    public boolean isMachine() {
        return !isIdToken() && username == null;
    }

    /** {@code cognito:username} of an ID token, {@code username} of an access token; a machine has none. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    @Override
    public Instant issuedAt() {
        return Instant.ofEpochMilli(dates.issuedAt());
    }

    @Override
    public Instant expiresAt() {
        return Instant.ofEpochMilli(dates.expiresAt());
    }

    /** {@code scope}, taken apart; an ID token has none. */
    public Set<String> scopes() {
        return scopes;
    }

    /** The caller's groups, without those that Cognito adds for federated providers ({@code <poolId>_<Provider>}). */
    public Set<String> groups() {
        return groups;
    }

    /**
     * The caller's roles. Computed once: a token belongs to one application, and that has one mapping, which every call
     * must pass.
     */
    public Set<String> roles(RoleMapping mapping) {
        Set<String> mapped = roles;
        if (mapped == null) {
            mapped = mapping.rolesOf(groups, scopes);
            roles = mapped;
        }
        return mapped;
    }

    @Override
    public Map<String, ?> claims() {
        return claims;
    }

    TokenUse use() {
        return use;
    }

    TokenDates dates() {
        return dates;
    }

    /**
     * A digest of all claims by which an identity pool may choose role and tags: two tokens of one caller share it until
     * something about the caller changes. Computed once.
     */
    public String claimsDigest() {
        String digest = claimsDigest;
        if (digest == null) {
            digest = ClaimsDigest.of(claims);
            claimsDigest = digest;
        }
        return digest;
    }

    /** A claim that is a string. */
    public Optional<String> string(String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A claim that is a boolean. */
    public Optional<Boolean> bool(String claim) {
        return claims.get(claim) instanceof Boolean value ? Optional.of(value) : Optional.empty();
    }

    /** A claim that is a date in whole seconds, such as {@code auth_time}. */
    public Optional<Instant> date(String claim) {
        return Optional.ofNullable(Claims.asDate(claims.get(claim)));
    }

    /** The strings of a claim that is a list; other elements are left out. */
    public List<String> strings(String claim) {
        return claims.get(claim) instanceof List<?> elements
                ? elements.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return (isIdToken() ? "ID" : "access") + " token of user pool " + userPool.id();
    }

    private static Set<String> words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(List.of(text.strip().split(" +"))));
    }

    private static Set<String> withoutProviders(Set<String> groups, String prefix) {
        groups.removeIf(group -> group.startsWith(prefix));
        return Collections.unmodifiableSet(groups);
    }
}
