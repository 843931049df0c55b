package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.TokenClaims.SignIn;
import io.github.cognitoee.emulator.UserPools.LivePool;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.IdentityClaims;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.TokenChanges;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tokens that calls give and take, signed with the keys of their pools. */
final class PoolTokens implements TokenIssuer {

    private final UserPools pools;
    private final Clock clock;

    PoolTokens(UserPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public String accessToken(SignedIn user) {
        TokenClaims claims = claims(user, user.client().settings().accessLifetime());
        Map<String, Object> content = claims.ofAccessToken(
                LivePool.userOf(user.account()), user.account().sub(), groups(user));
        putMeans(content, user.grant().means());
        if (user.grant().means().deviceKey() != null) {
            content.put("device_key", user.grant().means().deviceKey());
        }
        if (user.grant().pages() != null && user.grant().pages().resource() != null) {
            content.put("aud", user.grant().pages().resource());
        }
        ChangedClaims.inAccessToken(content, user.changes());
        return signed(content, keysOf(user).accessTokenKey());
    }

    @Override
    public String idToken(SignedIn user) {
        Map<String, Object> content = idClaims(user);
        ChangedClaims.inIdToken(content, user.changes());
        return signed(content, keysOf(user).idTokenKey());
    }

    @Override
    public String idToken(SignedIn user, String accessToken, @Nullable String nonce) {
        Map<String, Object> content = idClaims(user);
        content.put("at_hash", atHash(accessToken));
        if (nonce != null) {
            content.put("nonce", nonce);
        }
        ChangedClaims.inIdToken(content, user.changes());
        return signed(content, keysOf(user).idTokenKey());
    }

    private Map<String, Object> idClaims(SignedIn user) {
        TokenClaims claims = claims(user, user.client().settings().idLifetime());
        Account account = user.account();
        Map<String, String> readable = account.attributes().entrySet().stream()
                .filter(attribute -> user.client().settings().reads(attribute.getKey()))
                .filter(attribute -> user.grant().shows(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        User shown = new User(account.username(), account.sub(), List.of(), readable);
        Map<String, Object> content = claims.ofIdToken(shown, account.sub(), groups(user));
        if (!account.identities().isEmpty()) {
            content.put(IdentityClaims.NAME, IdentityClaims.of(account));
        }
        putMeans(content, user.grant().means());
        return content;
    }

    private static void putMeans(Map<String, Object> content, Grant.Means means) {
        if (!means.methods().isEmpty()) {
            content.put("amr", means.methods());
            Assurance.of(means.methods()).ifPresent(level -> content.put("acr", level.value()));
        }
    }

    /** The left half of the hash, as OpenID Connect Core 1.0 has it in section 3.1.3.6. */
    private static String atHash(String accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(Arrays.copyOf(hash, hash.length / 2)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private SigningKeys keysOf(SignedIn user) {
        return pools.required(user.pool().id()).keys().signing();
    }

    @Override
    public String machineToken(Pool pool, AppClient client, List<String> scopes, TokenChanges.Claims changes) {
        TokenClaims claims = new TokenClaims(
                pools.issuerOf(pool.id()),
                client.clientId(),
                scopes,
                clock.instant(),
                client.settings().accessLifetime(),
                SignIn.now());
        Map<String, Object> content = claims.ofMachineToken();
        ChangedClaims.inAccessToken(content, new TokenChanges(TokenChanges.Claims.KEPT, changes, null));
        return signed(content, pools.required(pool.id()).keys().signing().accessTokenKey());
    }

    private TokenClaims claims(SignedIn user, Duration lifetime) {
        Grant grant = user.grant();
        String originJti = user.client().settings().revokes() ? grant.originJti() : null;
        return new TokenClaims(
                pools.issuerOf(user.pool().id()),
                user.client().clientId(),
                grant.scopes(),
                clock.instant(),
                lifetime,
                new SignIn(originJti, grant.eventId(), grant.authTime()));
    }

    private static List<Group> groups(SignedIn user) {
        return user.pool().groupsOf(user.account()).stream()
                .map(LivePool::groupOf)
                .toList();
    }

    private static String signed(Map<String, Object> claims, RSAKey key) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("kid", key.getKeyID());
        header.put("alg", "RS256");
        return Jws.RS256.text(header, claims, key);
    }

    @Override
    public AccessToken read(String token) {
        try {
            PoolJwt jwt = PoolJwt.parse(token);
            JWTClaimsSet claims = jwt.claims();
            LivePool pool = poolOf(claims.getIssuer());
            if (!jwt.isSignedBy(pool.keys()) || !"access".equals(claims.getClaim("token_use"))) {
                throw invalid();
            }
            checkExpiry(claims);
            return accessToken(pool.id(), claims);
        } catch (ParseException e) {
            throw invalid();
        }
    }

    private static AccessToken accessToken(String poolId, JWTClaimsSet claims) throws ParseException {
        String username = claims.getStringClaim("username");
        String scope = claims.getStringClaim("scope");
        Long authTime = claims.getLongClaim("auth_time");
        if (username == null || authTime == null) {
            throw ErrorType.NOT_AUTHORIZED.because("Access Token does not have required scopes");
        }
        return new AccessToken(
                poolId,
                String.valueOf(claims.getStringClaim("client_id")),
                username,
                claims.getStringClaim("origin_jti"),
                Instant.ofEpochSecond(authTime),
                scope == null ? List.of() : List.of(scope.split(" ")),
                claims.getStringClaim("device_key"));
    }

    private LivePool poolOf(@Nullable String issuer) {
        String poolId = issuer == null ? "" : issuer.substring(issuer.lastIndexOf('/') + 1);
        return pools.find(poolId)
                .filter(pool -> pools.issuerOf(poolId).equals(issuer))
                .orElseThrow(PoolTokens::invalid);
    }

    private void checkExpiry(JWTClaimsSet claims) {
        if (claims.getExpirationTime() == null
                || !clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw ErrorType.NOT_AUTHORIZED.because("Access Token has expired");
        }
    }

    @Override
    public boolean isJwt(String token) {
        return token.split("\\.", -1).length == 3;
    }

    private static Refusal invalid() {
        return ErrorType.NOT_AUTHORIZED.because("Invalid Access Token");
    }
}
