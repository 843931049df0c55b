package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.ProviderLogin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who asks an identity pool: a caller with their logins, or a guest, who shows nothing. Prints nothing of them.
 *
 * @param idToken that of a user pool
 * @param others logins at other providers, each under the name that the identity pool knows
 * @param developerUser who the caller is to the application, where it vouches for them; there is no ID token then
 */
record Applicant(
        Person person, Optional<IdToken> idToken, List<ProviderLogin> others, Optional<DeveloperUser> developerUser) {

    static final Applicant GUEST =
            new Applicant(new Person("", "", "", Instant.MAX), Optional.empty(), List.of(), Optional.empty());

    static Applicant of(IdToken token) {
        return of(token, List.of());
    }

    static Applicant of(IdToken token, List<ProviderLogin> others) {
        Person person = new Person(token.issuer(), token.subject(), token.clientId(), token.expiresAt());
        return new Applicant(person, Optional.of(token), others, Optional.empty());
    }

    boolean isGuest() {
        return idToken.isEmpty() && others.isEmpty() && developerUser.isEmpty();
    }

    /** Whether the application vouches for the caller. */
    boolean isVouchedFor() {
        return developerUser.isPresent();
    }

    /** How many logins the identity pool is to make one identity. */
    int loginCount() {
        return (idToken.isPresent() ? 1 : 0) + others.size() + (isVouchedFor() ? 1 : 0);
    }

    /** ARNs of the roles of the caller's groups, as far as an ID token tells. */
    List<String> awsRoles() {
        return idToken.map(IdToken::awsRoles).orElse(List.of());
    }

    Optional<String> preferredAwsRole() {
        return idToken.flatMap(IdToken::preferredAwsRole);
    }

    /** The same caller, for whom the identity pool itself vouches by now. */
    Applicant by(OpenIdToken token) {
        ProviderLogin own = ProviderLogin.of(OpenIdToken.PROVIDER, token.identityId(), token::token);
        return new Applicant(person, Optional.empty(), List.of(own), Optional.empty());
    }

    @Override
    public String toString() {
        return isGuest() ? "Applicant[guest]" : "Applicant";
    }
}
