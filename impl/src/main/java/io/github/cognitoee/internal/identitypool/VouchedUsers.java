package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.DeveloperUsers;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which user of the developer provider a caller is: the application's bean says it, or else the caller's token. Thread-safe. */
final class VouchedUsers {

    private final DeveloperConfig config;
    private final DeveloperUsers users;

    /** @param userPoolId of the user pool whose users are known by {@code sub} alone; those of others by both */
    VouchedUsers(DeveloperConfig config, String userPoolId, Optional<DeveloperUsers> ofApplication) {
        this.config = config;
        this.users = ofApplication.orElse(caller -> bySubject(caller, userPoolId));
    }

    String provider() {
        return config.provider();
    }

    /** Empty for callers for whom the application does not vouch. */
    Optional<DeveloperUser> userOf(Principal caller) {
        return users.userOf(caller).map(user -> tagged(user, caller));
    }

    /** A user pool knows its own users only: those of two may have the same subject. Machines are nobody's users. */
    private static Optional<DeveloperUser> bySubject(Principal caller, String userPoolId) {
        if (!(caller instanceof CognitoCallerPrincipal known) || known.isMachine()) {
            return Optional.empty();
        }
        String pool = known.userPoolId();
        return Optional.of(DeveloperUser.of(pool.equals(userPoolId) ? known.subject() : pool + "/" + known.subject()));
    }

    private DeveloperUser tagged(DeveloperUser user, Principal caller) {
        if (config.claimsByTag().isEmpty() || !(caller instanceof CognitoCallerPrincipal known)) {
            return user;
        }
        Map<String, String> tags = new HashMap<>();
        config.claimsByTag()
                .forEach((tag, claim) -> text(known.claimAsIs(claim)).ifPresent(text -> tags.put(tag, text)));
        tags.putAll(user.principalTags());
        try {
            return new DeveloperUser(user.identifier(), tags);
        } catch (IllegalArgumentException e) { // together they may be too many
            throw Problem.LOGINS_WRONG.exception(
                    "tags of the definition and of the bean of type DeveloperUsers together: " + e.getMessage());
        }
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String || claim instanceof Number || claim instanceof Boolean
                ? Optional.of(claim.toString())
                : Optional.empty();
    }
}
