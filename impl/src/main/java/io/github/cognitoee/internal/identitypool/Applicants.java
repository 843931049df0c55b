package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.ProviderLogin;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** With which logins a caller goes to the identity pool. Thread-safe. */
final class Applicants {

    private final IdentityPoolConfig config;
    private final OtherLogins others;
    private final Optional<VouchedUsers> users;

    /** @param users empty where the application vouches for nobody */
    Applicants(IdentityPoolConfig config, OtherLogins others, Optional<VouchedUsers> users) {
        this.config = config;
        this.others = others;
        this.users = users;
    }

    /** Nobody has another login than their ID token. */
    static Applicants byIdToken(IdentityPoolConfig config) {
        return new Applicants(config, new OtherLogins(List.of()), Optional.empty());
    }

    /**
     * The caller, as they go there.
     *
     * @throws io.github.cognitoee.IdTokenRequiredException when it takes an ID token, and the caller proved none
     * @throws IdentityPoolRefusedException when no ID token can be expected of the caller
     */
    Applicant of(Principal caller) {
        if (!(caller instanceof CognitoCallerPrincipal known)) {
            return withoutIdToken(Person.ofOther(caller), caller).orElseThrow(() -> ofNobody(caller));
        }
        if (known.presentedIdToken()) {
            IdToken token = known.requireIdToken();
            return others.areNone()
                    ? Applicant.of(token)
                    : Applicant.of(token, others.of(caller, Set.of(LoginsKey.of(config, token))));
        }
        return withoutIdToken(Person.of(known), caller).orElseGet(() -> Applicant.of(requiredIdToken(known)));
    }

    private Optional<Applicant> withoutIdToken(Person person, Principal caller) {
        Optional<DeveloperUser> user = users.flatMap(known -> known.userOf(caller));
        Set<String> developer = user.isPresent() ? Set.of(users.orElseThrow().provider()) : Set.of();
        List<ProviderLogin> logins = others.of(caller, developer);
        return user.isEmpty() && logins.isEmpty()
                ? Optional.empty()
                : Optional.of(new Applicant(person, Optional.empty(), logins, user));
    }

    /** Its message tells people the ways out; a machine has none of them. */
    private static IdToken requiredIdToken(CognitoCallerPrincipal caller) {
        if (caller.isMachine()) {
            throw new IdentityPoolRefusedException(
                    IdentityPoolRefusal.NO_LOGIN,
                    "A machine is calling, " + caller.getName()
                            + ", which has no ID token: vouch for it by a bean of type"
                            + " DeveloperUsers, with cognito.identity-pool.developer.provider set");
        }
        return caller.requireIdToken();
    }

    private static IdentityPoolRefusedException ofNobody(Principal caller) {
        return new IdentityPoolRefusedException(
                IdentityPoolRefusal.NO_LOGIN,
                "Another mechanism or identity store of the application signed " + caller.getName()
                        + " in, and no login of theirs is known that the identity pool could take: name one by a bean"
                        + " of type LoginSource, or vouch for them by a bean of type DeveloperUsers, with"
                        + " cognito.identity-pool.developer.provider set");
    }
}
