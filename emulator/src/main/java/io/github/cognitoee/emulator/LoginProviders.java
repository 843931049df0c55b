package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.cognitoee.emulator.internal.identity.ForeignProviders;
import io.github.cognitoee.emulator.internal.identity.IamProviders;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stand-ins of the providers outside of AWS whose logins identity pools take: they issue tokens, and identity pools of this
 * emulator verify them. A pool takes those that it is told of, as {@code SupportedLoginProviders},
 * {@code OpenIdConnectProviderARNs} or {@code SamlProviderARNs}.
 *
 * <pre>{@code
 * ProviderLogin kim = emulator.loginProviders().google("the-app-at-google", "1234567890");
 * Map<String, String> logins = Map.of(kim.provider(), kim.idToken());
 * }</pre>
 *
 * Safe for use by many threads.
 */
public final class LoginProviders {

    static final String GOOGLE = "accounts.google.com";
    static final String APPLE = "appleid.apple.com";
    static final String FACEBOOK = "graph.facebook.com";
    static final String AMAZON = "www.amazon.com";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final int OPAQUE_BYTES = 48;

    private final SecureRandom random = new SecureRandom();
    private final String accountId;
    private final Clock clock;
    private final Map<String, RSAKey> keys = new ConcurrentHashMap<>();
    private final Map<String, List<String>> clientIds = new ConcurrentHashMap<>();
    private final Map<String, String> entityIds = new ConcurrentHashMap<>();
    private final Map<String, ForeignProviders.AccessToken> accessTokens = new ConcurrentHashMap<>();

    LoginProviders(String accountId, Clock clock) {
        this.accountId = accountId;
        this.clock = clock;
    }

    /** ID tokens of Google for an application there. */
    public ProviderLogin google(String clientId, String userId) {
        return login(GOOGLE, "https://" + GOOGLE, clientId, userId);
    }

    /** ID tokens of Apple for an application there. */
    public ProviderLogin apple(String clientId, String userId) {
        return login(APPLE, "https://" + APPLE, clientId, userId);
    }

    /**
     * Makes an OpenID Connect provider known to the account's IAM, with the ids of its applications there. Its ARN is
     * {@code arn:aws:iam::<account>:oidc-provider/<issuer without https://>}.
     *
     * @param issuer as it is in {@code iss}, a slash at its end too, which ARN and key of {@code Logins} have as well
     * @throws IllegalArgumentException if the issuer is no address that begins with {@code https://}
     */
    public void addOpenIdConnectProvider(String issuer, String... applications) {
        if (!IamProviders.isIssuer(issuer)) {
            throw new IllegalArgumentException(
                    "found issuer \"" + issuer + "\", expected " + IamProviders.ISSUER_EXPECTED);
        }
        clientIds.put(nameOf(issuer), List.of(applications));
    }

    /** ID tokens of an OpenID Connect provider. */
    public ProviderLogin openIdConnect(String issuer, String clientId, String userId) {
        return login(nameOf(issuer), issuer, clientId, userId);
    }

    /**
     * Makes a SAML provider known to the account's IAM, as its metadata does.
     *
     * @param arn {@code arn:aws:iam::<account>:saml-provider/<name>}, of the emulator's account
     * @param entityId who its responses are issued by, such as {@code https://idp.example.com/metadata}
     * @throws IllegalArgumentException if that is no ARN of a SAML provider of the account, as identity pools list them
     */
    public void addSamlProvider(String arn, String entityId) {
        if (!IamProviders.isSaml(arn, accountId)) {
            throw new IllegalArgumentException(
                    "found \"" + arn + "\", expected " + IamProviders.samlExpected(accountId));
        }
        entityIds.put(arn, entityId);
    }

    /**
     * Responses of a SAML provider.
     *
     * @param arn of one that was {@linkplain #addSamlProvider added}
     * @param userId the persistent {@code NameID}
     * @throws IllegalArgumentException if there is none
     */
    public SamlLogin saml(String arn, String userId) {
        String entityId = entityIds.get(arn);
        if (entityId == null) {
            throw new IllegalArgumentException("no SAML provider is \"" + arn + "\": add it by addSamlProvider");
        }
        return SamlLogin.of(arn, entityId, userId, clock, () -> keyOf(arn));
    }

    /** An access token of Facebook, for the key {@code graph.facebook.com}; good for an hour. */
    public String facebook(String appId, String userId) {
        return accessToken(FACEBOOK, appId, userId);
    }

    /** An access token of Login with Amazon, for the key {@code www.amazon.com}; good for an hour. */
    public String amazon(String appId, String userId) {
        return accessToken(AMAZON, appId, userId);
    }

    /** The public keys of a provider, by its name such as {@code accounts.google.com}, or the ARN of a SAML provider; as JSON. */
    public String keySet(String provider) {
        return published(provider).toString();
    }

    JWKSet published(String provider) {
        return new JWKSet(keyOf(provider).toPublicJWK());
    }

    /**
     * The provider of ID tokens whose documents are at a path; empty for one that nobody named here, which gets no keys by
     * being asked for. A slash at the end of its name is not in the path (OpenID Connect Discovery 1.0, section 4).
     */
    Optional<String> publisherAt(String path) {
        return Stream.of(path, path + "/").filter(this::issuesIdTokens).findFirst();
    }

    private boolean issuesIdTokens(String provider) {
        return provider.equals(GOOGLE) || provider.equals(APPLE) || clientIds.containsKey(provider);
    }

    /** Makes an OpenID Connect provider known to the account's IAM, or one application more of it. */
    void learn(String issuer, String application) {
        clientIds.merge(
                nameOf(issuer), List.of(application), (known, more) -> Stream.concat(known.stream(), more.stream())
                        .distinct()
                        .toList());
    }

    /** Forgets who was added, and the access tokens. The keys stay, as those of real providers do. */
    void reset() {
        clientIds.clear();
        entityIds.clear();
        accessTokens.clear();
    }

    ForeignProviders known() {
        return new Known();
    }

    private ProviderLogin login(String provider, String issuer, String clientId, String userId) {
        Supplier<RSAKey> key = () -> keyOf(provider);
        return ProviderLogin.of(provider, issuer, clientId, userId, clock, key);
    }

    private String accessToken(String provider, String appId, String userId) {
        byte[] bytes = new byte[OPAQUE_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accessTokens.put(
                provider + " " + token,
                new ForeignProviders.AccessToken(appId, userId, clock.instant().plus(TOKEN_LIFETIME)));
        return token;
    }

    private RSAKey keyOf(String provider) {
        return keys.computeIfAbsent(provider, name -> SigningKeys.newKey());
    }

    private static String nameOf(String issuer) {
        return issuer.replaceFirst("^https://", "");
    }

    private final class Known implements ForeignProviders {

        @Override
        public Issuer issuer(String provider) {
            // Google's tokens may have it without the scheme
            List<String> names =
                    provider.equals(GOOGLE) ? List.of("https://" + GOOGLE, GOOGLE) : List.of("https://" + provider);
            return new Issuer(names, published(provider), clientIds.getOrDefault(provider, List.of()));
        }

        @Override
        public Optional<SamlProvider> samlProvider(String arn) {
            return Optional.ofNullable(entityIds.get(arn))
                    .map(entityId -> new SamlProvider(entityId, SigningKeys.publicKey(keyOf(arn))));
        }

        @Override
        public Optional<AccessToken> accessToken(String provider, String token) {
            return Optional.ofNullable(accessTokens.get(provider + " " + token));
        }
    }
}
