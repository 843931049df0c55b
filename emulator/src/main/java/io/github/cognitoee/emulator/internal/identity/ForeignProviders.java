package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The login providers outside of AWS, as far as identity pools ask them. */
public interface ForeignProviders {

    /** The issuer of the ID tokens that a key of {@code Logins} stands for, such as {@code accounts.google.com}. */
    Issuer issuer(String provider);

    /** What a provider says of an access token; empty if it never issued one like it. */
    Optional<AccessToken> accessToken(String provider, String token);

    /** The SAML provider of IAM with this ARN. */
    Optional<SamlProvider> samlProvider(String arn);

    /**
     * An OpenID Connect provider.
     *
     * @param names what its tokens may have as {@code iss}
     * @param clientIds the audiences that IAM was told of; none for a provider that Cognito knows by name
     */
    record Issuer(List<String> names, JWKSet keys, List<String> clientIds) {}

    /** An opaque token of a user, given to an application. */
    record AccessToken(String appId, String userId, Instant end) {}

    /** What the metadata of a SAML provider tells. */
    record SamlProvider(String entityId, PublicKey key) {}
}
