package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.RSAKey;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.TokenClaims.SignIn;
import io.github.cognitoee.emulator.UserPools.LivePool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall be like. Immutable: each word gives a new recipe, so that many tokens can be derived from one.
 *
 * <p>{@link #accessToken()}, {@link #idToken()} and {@link #pair()} throw {@link IllegalArgumentException} when the pool,
 * client or user is not configured.
 */
public final class TokenRecipe {

    private static final String USER_SCOPE = "aws.cognito.signin.user.admin";
    private static final String MACHINE_SCOPE = "emulator/default";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final TokenMinter minter;
    private final @Nullable String username;
    private @Nullable String poolId;
    private @Nullable String clientId;
    private List<String> scopes;
    private @Nullable List<String> groups;
    private @Nullable Instant issuedAt;
    private Duration lifetime = LIFETIME;
    private boolean expired;
    private boolean foreignKey;
    private boolean unknownPool;
    private Edits claims = Edits.NONE;
    private Edits header = Edits.NONE;
    private Jws jws = Jws.RS256;

    private TokenRecipe(TokenMinter minter, @Nullable String username, @Nullable String clientId, String scope) {
        this.minter = minter;
        this.username = username;
        this.clientId = clientId;
        this.scopes = List.of(scope);
    }

    private TokenRecipe(TokenRecipe other) {
        this.minter = other.minter;
        this.username = other.username;
        this.poolId = other.poolId;
        this.clientId = other.clientId;
        this.scopes = other.scopes;
        this.groups = other.groups;
        this.issuedAt = other.issuedAt;
        this.lifetime = other.lifetime;
        this.expired = other.expired;
        this.foreignKey = other.foreignKey;
        this.unknownPool = other.unknownPool;
        this.claims = other.claims;
        this.header = other.header;
        this.jws = other.jws;
    }

    static TokenRecipe ofUser(TokenMinter minter, String username) {
        return new TokenRecipe(minter, username, null, USER_SCOPE);
    }

    static TokenRecipe ofMachine(TokenMinter minter, String clientId) {
        return new TokenRecipe(minter, null, clientId, MACHINE_SCOPE);
    }

    /** From this user pool; by default the one that has the client, or the first. */
    public TokenRecipe pool(String id) {
        return with(recipe -> recipe.poolId = id);
    }

    /** For this app client; by default the pool's first. */
    public TokenRecipe client(String id) {
        return with(recipe -> recipe.clientId = id);
    }

    /** These scopes in the access token, instead of the default one. */
    public TokenRecipe scopes(String... names) {
        return with(recipe -> recipe.scopes = List.of(names));
    }

    /** These groups instead of the user's own; they need not exist. Roles follow from those that do. */
    public TokenRecipe groups(String... names) {
        return with(recipe -> recipe.groups = List.of(names));
    }

    /** Issued two lifetimes ago, so that it expired one lifetime ago. */
    public TokenRecipe expired() {
        return with(recipe -> recipe.expired = true);
    }

    /** Issued at this time, {@code iat} and {@code auth_time}; by default now. */
    public TokenRecipe issuedAt(Instant time) {
        return with(recipe -> recipe.issuedAt = time);
    }

    /** With {@code nbf}, which Cognito itself does not write. */
    public TokenRecipe notBefore(Instant time) {
        return withClaim("nbf", time.getEpochSecond());
    }

    /** Valid for this long from the time of issue; by default an hour. */
    public TokenRecipe expiresIn(Duration duration) {
        return with(recipe -> recipe.lifetime = duration);
    }

    /** Adds or replaces a claim; any value with a JSON form, null included. */
    public TokenRecipe withClaim(String name, @Nullable Object value) {
        return with(recipe -> recipe.claims = recipe.claims.set(name, value));
    }

    /** Leaves a claim out. */
    public TokenRecipe withoutClaim(String name) {
        return with(recipe -> recipe.claims = recipe.claims.remove(name));
    }

    /** Adds or replaces a member of the JOSE header. The signature does not follow {@code alg}. */
    public TokenRecipe withHeader(String name, @Nullable Object value) {
        return with(recipe -> recipe.header = recipe.header.set(name, value));
    }

    /** Leaves a member of the JOSE header out. */
    public TokenRecipe withoutHeader(String name) {
        return with(recipe -> recipe.header = recipe.header.remove(name));
    }

    /** Names another key in the header than the one that signs. */
    public TokenRecipe withKeyId(String kid) {
        return withHeader("kid", kid);
    }

    /** Forged: names the pool's key, but is signed with one that belongs to no pool. */
    public TokenRecipe signedWithForeignKey() {
        return with(recipe -> recipe.foreignKey = true);
    }

    /** Signed in this way, which {@code alg} tells unless {@link #withHeader} replaces it. */
    public TokenRecipe signedAs(TokenSignature signature) {
        return with(recipe -> recipe.jws = recipe.jws.signature(signature));
    }

    /** This text as header, JSON or not, in place of all that was asked for; properly signed. */
    public TokenRecipe withRawHeader(String text) {
        return withRawHeader(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes as header, text or not, in place of all that was asked for; properly signed. */
    public TokenRecipe withRawHeader(byte[] bytes) {
        byte[] copy = bytes.clone();
        return with(recipe -> recipe.jws = recipe.jws.header(json -> copy));
    }

    /** An edit of the header's JSON text before it is signed, such as one that names a member twice. */
    public TokenRecipe editHeader(UnaryOperator<String> edit) {
        return with(recipe -> recipe.jws = recipe.jws.header(ofText(edit)));
    }

    /** This text as payload, JSON or not, in place of all claims; properly signed. */
    public TokenRecipe withRawPayload(String text) {
        return withRawPayload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes as payload, text or not, in place of all claims; properly signed. */
    public TokenRecipe withRawPayload(byte[] bytes) {
        byte[] copy = bytes.clone();
        return with(recipe -> recipe.jws = recipe.jws.payload(json -> copy));
    }

    /** An edit of the payload's JSON text before it is signed, such as one that names a claim twice. */
    public TokenRecipe editPayload(UnaryOperator<String> edit) {
        return with(recipe -> recipe.jws = recipe.jws.payload(ofText(edit)));
    }

    /** Well formed and properly signed in the name of a pool that does not exist. */
    public TokenRecipe ofUnknownPool() {
        return with(recipe -> recipe.unknownPool = true);
    }

    /** An access token. */
    public String accessToken() {
        return accessToken(SignIn.now());
    }

    /**
     * An ID token.
     *
     * @throws IllegalStateException for a machine, which has none
     */
    public String idToken() {
        return idToken(SignIn.now());
    }

    /**
     * Both tokens of one sign-in, with the same {@code origin_jti}, and a refresh token.
     *
     * @throws IllegalStateException for a machine, which has an access token only
     */
    public TokenPair pair() {
        SignIn signIn = SignIn.now();
        return new TokenPair(accessToken(signIn), idToken(signIn), RefreshTokens.next());
    }

    private String accessToken(SignIn signIn) {
        LivePool pool = resolvedPool();
        TokenClaims content = content(pool, signIn);
        if (username == null) {
            return signed(content.ofMachineToken(), pool.keys().signing().accessTokenKey());
        }
        User user = resolvedUser(pool, username);
        String sub = Subjects.of(pool.id(), user);
        return signed(
                content.ofAccessToken(user, sub, resolvedGroups(pool, user)),
                pool.keys().signing().accessTokenKey());
    }

    private String idToken(SignIn signIn) {
        if (username == null) {
            throw new IllegalStateException("the grant client_credentials gives an access token only");
        }
        LivePool pool = resolvedPool();
        User user = resolvedUser(pool, username);
        String sub = Subjects.of(pool.id(), user);
        return signed(
                content(pool, signIn).ofIdToken(user, sub, resolvedGroups(pool, user)),
                pool.keys().signing().idTokenKey());
    }

    private TokenClaims content(LivePool pool, SignIn signIn) {
        Instant start = issuedAt != null ? issuedAt : minter.clock().instant();
        return new TokenClaims(
                minter.pools().issuerOf(unknownPool ? minter.pools().idOfNoPool() : pool.id()),
                resolvedClient(pool),
                scopes,
                expired ? start.minus(lifetime.multipliedBy(2)) : start,
                lifetime,
                signIn);
    }

    private String signed(Map<String, Object> content, RSAKey key) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("kid", key.getKeyID());
        head.put("alg", jws.signature().algorithm());
        RSAKey signer = foreignKey || unknownPool ? minter.foreignKey() : key;
        return jws.text(header.applied(head), claims.applied(content), signer);
    }

    private LivePool resolvedPool() {
        UserPools pools = minter.pools();
        if (poolId != null) {
            return pools.required(poolId);
        }
        if (clientId != null) {
            return pools.withClient(clientId).orElseThrow(() -> UserPools.unknown("client", clientId));
        }
        return pools.first();
    }

    private String resolvedClient(LivePool pool) {
        if (clientId == null) {
            return pool.firstClient().orElseThrow(() -> UserPools.unknown("client", "of " + pool.id()));
        }
        return pool.client(clientId).orElseThrow(() -> UserPools.unknown("client", clientId));
    }

    private List<Group> resolvedGroups(LivePool pool, User user) {
        List<String> names = groups != null ? groups : user.groups();
        return names.stream()
                .map(name -> pool.group(name).orElseGet(() -> new Group(name, null, null)))
                .toList();
    }

    private static User resolvedUser(LivePool pool, String name) {
        return pool.user(name).orElseThrow(() -> UserPools.unknown("user", name));
    }

    private static UnaryOperator<byte[]> ofText(UnaryOperator<String> edit) {
        return bytes -> edit.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private TokenRecipe with(Consumer<TokenRecipe> change) {
        TokenRecipe copy = new TokenRecipe(this);
        change.accept(copy);
        return copy;
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "TokenRecipe[" + (username != null ? "user " + username : "machine " + clientId) + "]";
    }
}
