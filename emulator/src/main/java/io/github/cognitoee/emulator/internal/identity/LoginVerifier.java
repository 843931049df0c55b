package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.identity.PoolSettings.UserPoolClient;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.jwt.PoolSignature;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verifies the logins of a call to an identity pool: ID tokens of the pool's providers. */
final class LoginVerifier {

    private final UserPoolTokens userPools;
    private final Clock clock;

    LoginVerifier(UserPoolTokens userPools, Clock clock) {
        this.userPools = userPools;
        this.clock = clock;
    }

    /** All logins of a call, every one of them valid. {@code logins} maps provider names to tokens. */
    List<VerifiedLogin> verify(IdentityPool pool, Map<String, String> logins) {
        List<VerifiedLogin> verified = new ArrayList<>();
        logins.forEach((provider, token) -> verified.add(verify(pool, provider, token)));
        return verified;
    }

    private VerifiedLogin verify(IdentityPool pool, String providerName, String token) {
        if (providerName.equals(WebIdentity.ISSUER_HOST)) {
            throw invalid("Can't pass in a Cognito token.");
        }
        List<UserPoolClient> candidates = pool.settings().userPoolClients().stream()
                .filter(client -> client.providerName().equals(providerName))
                .toList();
        UserPoolTokens.Pool issuer = userPools
                .ofProvider(providerName)
                .filter(known -> !candidates.isEmpty())
                .orElseThrow(LoginVerifier::unsupportedProvider);
        SignedJWT jwt = parsed(token);
        JWTClaimsSet claims = claimsOf(jwt);
        if (!issuer.issuer().equals(claims.getIssuer())) {
            throw invalid("Issuer doesn't match providerName");
        }
        if (!PoolSignature.isValid(jwt, issuer.keys())) {
            throw invalid("Token signature invalid");
        }
        checkTimes(claims);
        UserPoolClient client = clientOf(claims, candidates);
        if (!"id".equals(claims.getClaim("token_use")) || claims.getSubject() == null) {
            throw notAnIdToken();
        }
        if (client.isCheckedAtServer() && !issuer.stillHolds(claims.getClaims())) {
            throw invalid("Token has been revoked.");
        }
        return new VerifiedLogin(providerName, client.clientId(), claims.getSubject(), claims.toJSONObject());
    }

    private static SignedJWT parsed(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    private static JWTClaimsSet claimsOf(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    private void checkTimes(JWTClaimsSet claims) {
        if (claims.getExpirationTime() == null) {
            throw invalid("Missing a required claim: exp");
        }
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime().toInstant();
        if (!now.isBefore(end)) {
            throw invalid("Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond());
        }
        checkBegun("Token is not yet valid: ", now, claims.getNotBeforeTime());
        checkBegun("Token was issued in the future: ", now, claims.getIssueTime());
    }

    private static void checkBegun(String problem, Instant now, @Nullable Date begin) {
        if (begin != null && now.isBefore(begin.toInstant())) {
            throw invalid(
                    problem + now.getEpochSecond() + " < " + begin.toInstant().getEpochSecond());
        }
    }

    private static UserPoolClient clientOf(JWTClaimsSet claims, List<UserPoolClient> candidates) {
        if (claims.getAudience().isEmpty()) {
            throw invalid("Missing a required claim: aud");
        }
        return candidates.stream()
                .filter(candidate -> claims.getAudience().equals(List.of(candidate.clientId())))
                .findFirst()
                .orElseThrow(LoginVerifier::unsupportedProvider);
    }

    private static Refusal invalid(String problem) {
        return ErrorType.NOT_AUTHORIZED.because("Invalid login token. " + problem);
    }

    private static Refusal unsupportedProvider() {
        return ErrorType.NOT_AUTHORIZED.because("Token is not from a supported provider of this identity pool.");
    }

    private static Refusal notAnIdToken() {
        return invalid("Not a valid OpenId Connect identity token.");
    }
}
