package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.ProviderLogin;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whose credentials, in which role: all that decides what an identity pool answers. Two callers never share a key, nor
 * does one caller before and after their groups, their principal tags or their logins changed.
 *
 * @param dossier of the person, as long as they do not sign out
 * @param signIn tells one sign-in from others of the same person: the pool may stand by one of them alone
 * @param claimsDigest of what chooses role and tags: the claims of an ID token, or the tags of a developer user
 */
record CredentialsKey(
        Dossier dossier,
        LoginKey login,
        String clientId,
        String signIn,
        Optional<String> requestedRole,
        String claimsDigest) {

    static CredentialsKey of(
            IdentityPoolConfig pool, Dossier dossier, Applicant applicant, Optional<String> requestedRole) {
        return new CredentialsKey(
                dossier,
                dossier.login(pool, applicant),
                applicant.person().clientId(),
                applicant.idToken().map(IdToken::signIn).orElse(""),
                requestedRole,
                applicant.idToken().map(IdToken::claimsDigest).orElseGet(() -> tagsOf(applicant)));
    }

    /** The same, of another dossier of the person. */
    CredentialsKey in(Dossier another) {
        return new CredentialsKey(another, login, clientId, signIn, requestedRole, claimsDigest);
    }

    boolean isOfSameSignInAs(CredentialsKey other) {
        return signIn.equals(other.signIn);
    }

    /** Lengths first, so that no two sets of tags give the same text. */
    private static String tagsOf(Applicant applicant) {
        StringBuilder text = new StringBuilder();
        Map<String, String> tags =
                applicant.developerUser().map(DeveloperUser::principalTags).orElse(Map.of());
        new TreeMap<>(tags).forEach((name, value) -> text.append(name.length())
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(name)
                .append(value));
        return text.toString();
    }

    PersonKey person() {
        return login.person();
    }

    String issuer() {
        return person().issuer();
    }

    String subject() {
        return person().subject();
    }

    /** One caller in one identity pool, with whatever logins. */
    record PersonKey(String identityPoolId, String issuer, String subject) {

        static PersonKey of(IdentityPoolConfig pool, Person person) {
            return new PersonKey(pool.id(), person.issuer(), person.subject());
        }
    }

    /**
     * The logins of one caller, which no role and no claim changes.
     *
     * @param linked users of other providers that the caller is, and the developer user
     */
    record LoginKey(PersonKey person, Set<LinkedUser> linked) {

        LoginKey {
            linked = Set.copyOf(linked);
        }

        static LoginKey of(PersonKey person, IdentityPoolConfig pool, Applicant applicant) {
            return new LoginKey(person, linked(pool, applicant));
        }

        private static Set<LinkedUser> linked(IdentityPoolConfig pool, Applicant applicant) {
            Set<LinkedUser> linked = new HashSet<>();
            for (ProviderLogin login : applicant.others()) {
                linked.add(new LinkedUser(login.provider(), login.user()));
            }
            applicant
                    .developerUser()
                    .ifPresent(user -> linked.add(LinkedUser.of(pool.developer().orElseThrow(), user.identifier())));
            return linked;
        }
    }

    /** A user of a provider. */
    record LinkedUser(String provider, String user) {

        static LinkedUser of(DeveloperConfig developer, String user) {
            return new LinkedUser(developer.provider(), user);
        }
    }
}
