package io.github.cognitoee.benchmarks.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What people would use instead, each set up as its documentation says for an issuer whose keys are at hand: signature,
 * issuer, expiry, {@code token_use} and {@code client_id} are checked. Where a key can be given without a look-up by
 * {@code kid}, it is, in the peer's favour.
 */
final class Peers {

    private static final String ACCESS = "access";

    private static final Validator USE_AND_CLIENT = context -> {
        JwtClaims claims = context.getJwtClaims();
        return ACCESS.equals(claims.getClaimValueAsString("token_use"))
                        && Workload.CLIENT.equals(claims.getClaimValueAsString("client_id"))
                ? null
                : "of another use or client";
    };

    private Peers() {}

    static Verifier smallRyeJwt(Workload workload) throws IOException {
        JWTParser parser = new DefaultJWTParser(new JWTAuthContextInfo(workload.accessTokenKey(), Workload.ISSUER));
        return token -> {
            JsonWebToken jwt = parser.parse(token);
            if (!ACCESS.equals(jwt.getClaim("token_use")) || !Workload.CLIENT.equals(jwt.getClaim("client_id"))) {
                throw new ParseException("of another use or client");
            }
            return jwt;
        };
    }

    static Verifier nimbus(Workload workload) throws IOException, java.text.ParseException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, new ImmutableJWKSet<>(JWKSet.parse(workload.keysJson()))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder()
                        .issuer(Workload.ISSUER)
                        .claim("token_use", ACCESS)
                        .claim("client_id", Workload.CLIENT)
                        .build(),
                Set.of("sub", "iat", "exp")));
        return token -> processor.process(token, null);
    }

    static Verifier jose4j(Workload workload) throws IOException, JoseException {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(workload.keysJson()).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(Workload.ISSUER)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setSkipDefaultAudienceValidation()
                .registerValidator(USE_AND_CLIENT)
                .build();
        return consumer::processToClaims;
    }

    static Verifier javaJwt(Workload workload) throws IOException {
        JWTVerifier verifier = JWT.require(Algorithm.RSA256(workload.accessTokenKey(), null))
                .withIssuer(Workload.ISSUER)
                .withClaim("token_use", ACCESS)
                .withClaim("client_id", Workload.CLIENT)
                .withClaimPresence("exp")
                .build();
        return verifier::verify;
    }

    static Verifier spring(Workload workload) throws IOException {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(workload.accessTokenKey()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                JwtValidators.createDefaultWithIssuer(Workload.ISSUER),
                new JwtClaimValidator<String>("token_use", ACCESS::equals),
                new JwtClaimValidator<String>("client_id", Workload.CLIENT::equals)));
        return decoder::decode;
    }
}
