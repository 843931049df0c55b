package io.github.cognitoee.emulator.internal.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.federation.Issuers.Found;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A user pool as a relying party of an OpenID Connect provider: authorization code flow, ID token verified, userInfo. */
public final class OidcClient {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Issuers issuers;
    private final Clock clock;

    public OidcClient(Issuers issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /** A user whom a provider vouches for. */
    public record Subject(String value, Map<String, String> claims) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Subject";
        }
    }

    /**
     * Where browsers go to sign in.
     *
     * @param parameters those of the request that the provider is not told otherwise
     */
    public String authorization(IdentityProvider provider, Map<String, String> parameters) throws FederationException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", detail(provider, "client_id"));
        all.put("scope", detail(provider, "authorize_scopes"));
        all.putAll(parameters);
        String endpoint =
                endpoint(provider, "authorize_url", "authorization_endpoint").toString();
        return endpoint + (endpoint.contains("?") ? "&" : "?") + form(all);
    }

    /** The user for whom the provider gave a code. */
    public Subject subject(IdentityProvider provider, String code, String redirectUri, String nonce)
            throws FederationException {
        ProviderHttp http = new ProviderHttp(provider.providerName());
        Map<String, String> request = new LinkedHashMap<>();
        request.put("grant_type", "authorization_code");
        request.put("code", code);
        request.put("redirect_uri", redirectUri);
        Optional<String> basic = provider.detail("client_secret").map(secret -> basic(provider, secret));
        if (basic.isEmpty()) {
            request.put("client_id", detail(provider, "client_id"));
        }
        Map<String, Object> tokens =
                http.post(endpoint(provider, "token_url", "token_endpoint"), basic, form(request), "token");
        Map<String, String> claims = new LinkedHashMap<>(verified(provider, text(tokens, "id_token"), nonce));
        String sub = String.valueOf(claims.get("sub"));
        Map<String, Object> info = http.get(
                endpoint(provider, "attributes_url", "userinfo_endpoint"),
                Optional.of("Bearer " + text(tokens, "access_token")),
                "userInfo");
        if (!sub.equals(info.get("sub"))) {
            throw new FederationException(provider.providerName() + " Error - userInfo is about another user");
        }
        info.forEach((name, value) -> claims.put(name, String.valueOf(value)));
        String subject = claims.get(provider.subjectClaim());
        if (subject == null || subject.isEmpty()) {
            throw new FederationException(
                    provider.providerName() + " Error - missing the claim " + provider.subjectClaim());
        }
        return new Subject(subject, claims);
    }

    private Map<String, String> verified(IdentityProvider provider, String idToken, String nonce)
            throws FederationException {
        try {
            SignedJWT token = SignedJWT.parse(idToken);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean good = isSigned(provider, token)
                    && issuers.find(detail(provider, "oidc_issuer")).issuer().equals(claims.getIssuer())
                    && claims.getAudience().contains(detail(provider, "client_id"))
                    && claims.getExpirationTime() != null
                    && clock.instant()
                            .isBefore(claims.getExpirationTime().toInstant().plus(SKEW))
                    && nonce.equals(claims.getStringClaim("nonce"));
            if (!good) {
                throw new FederationException(provider.providerName() + " Error - bad id_token");
            }
            return claims.getClaims().entrySet().stream()
                    .filter(claim -> claim.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, claim -> String.valueOf(claim.getValue())));
        } catch (ParseException | JOSEException e) {
            throw new FederationException(provider.providerName() + " Error - bad id_token", e);
        }
    }

    private boolean isSigned(IdentityProvider provider, SignedJWT token)
            throws FederationException, ParseException, JOSEException {
        URI address = endpoint(provider, "jwks_uri", "jwks_uri");
        JWKSet keys = JWKSet.parse(new ProviderHttp(provider.providerName()).get(address, Optional.empty(), "jwks"));
        JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        boolean asymmetric = JWSAlgorithm.Family.RSA.contains(algorithm) || JWSAlgorithm.Family.EC.contains(algorithm);
        return asymmetric
                && key instanceof AsymmetricJWK publicKey
                && token.verify(
                        new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), publicKey.toPublicKey()));
    }

    /** As the provider's details name it, else its discovery document. */
    private URI endpoint(IdentityProvider provider, String detail, String member) throws FederationException {
        Optional<String> told = provider.detail(detail);
        if (told.isPresent()) {
            return URI.create(told.get());
        }
        Found found = issuers.find(detail(provider, "oidc_issuer"));
        Map<String, Object> document = new ProviderHttp(provider.providerName())
                .get(found.discovery(), Optional.empty(), "openid-configuration");
        if (!found.issuer().equals(document.get("issuer"))) {
            throw new FederationException(
                    provider.providerName() + " Error - openid-configuration is of another issuer");
        }
        return URI.create(text(document, member));
    }

    private static String detail(IdentityProvider provider, String name) throws FederationException {
        return provider.detail(name)
                .orElseThrow(() -> new FederationException(provider.providerName() + " Error - missing " + name));
    }

    private static String text(Map<String, Object> answer, String member) throws FederationException {
        if (answer.get(member) instanceof String text) {
            return text;
        }
        throw new FederationException("The IdP's answer lacks " + member);
    }

    private static String basic(IdentityProvider provider, String secret) {
        String id = provider.detail("client_id").orElse("");
        String text = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
