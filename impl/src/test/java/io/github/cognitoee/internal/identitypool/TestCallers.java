package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.machineToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;

import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.IdTokenSource;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.DeveloperRates;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.DeveloperUsers;
import io.github.cognitoee.spi.LoginSource;
import io.github.cognitoee.spi.ProviderLogin;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callers of all kinds, and an identity pool at which the application vouches for them. */
final class TestCallers {

    static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    static final String PROVIDER = "login.example.app";

    /** Whom another mechanism of the application vouches for. */
    static final Principal STAFF = () -> "sam";

    private TestCallers() {}

    static IdentityPoolConfig vouching(Map<String, String> claimsByTag) {
        return vouching(claimsByTag, new DeveloperRates(1_000, 1_000));
    }

    static IdentityPoolConfig vouching(Map<String, String> claimsByTag, DeveloperRates rates) {
        return IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
                .developer(Optional.of(new DeveloperConfig(PROVIDER, Duration.ofMinutes(15), claimsByTag, rates)))
                .build();
    }

    /** Who comes with an ID token. */
    static CognitoCallerPrincipal byIdToken(String sub) {
        VerifiedJwt token = verified(idToken(Map.of("sub", sub)));
        return new CognitoCallerPrincipal(sub, token, token.groups(), () -> new IdToken(token));
    }

    /** Who comes with an access token alone. */
    static CognitoCallerPrincipal byAccessToken(Map<String, ?> claims) {
        return withoutIdToken(verified(accessToken(claims)), "somebody");
    }

    static CognitoCallerPrincipal machine() {
        return withoutIdToken(verified(machineToken()), "client:web");
    }

    private static CognitoCallerPrincipal withoutIdToken(VerifiedJwt token, String name) {
        return new CognitoCallerPrincipal(name, token, token.groups(), new NoIdToken());
    }

    static Applicant vouchedFor(String user) {
        return vouchedFor(DeveloperUser.of(user));
    }

    static Applicant vouchedFor(DeveloperUser user) {
        return new Applicant(Person.ofOther(user::identifier), Optional.empty(), List.of(), Optional.of(user));
    }

    static ProviderLogin google(String user) {
        return ProviderLogin.of("accounts.google.com", user, () -> "token-of-" + user);
    }

    static LoginSource google() {
        return caller -> List.of(google(caller.getName()));
    }

    static Applicants applicants(IdentityPoolConfig config, Optional<DeveloperUsers> users, List<LoginSource> sources) {
        return new Applicants(
                config,
                new OtherLogins(sources),
                config.developer().map(of -> new VouchedUsers(of, "eu-west-1_AbCdEfGhI", users)));
    }

    private static final class NoIdToken implements IdTokenSource {

        @Override
        public IdToken require() {
            throw new IdTokenRequiredException("send one");
        }

        @Override
        public boolean isPresented() {
            return false;
        }
    }
}
