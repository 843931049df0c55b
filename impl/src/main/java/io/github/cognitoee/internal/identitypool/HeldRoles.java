package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import java.util.List;
import java.util.Optional;

/** Refuses roles that a caller does not hold, as far as their ID token tells. */
final class HeldRoles {

    private HeldRoles() {}

    /**
     * In the classic flow a caller whose token names no role holds none, for nobody asks the pool there, and a role trusts all callers of
     * the pool.
     *
     * @param classic empty in the enhanced flow
     * @throws IdentityPoolRefusedException when the token names roles, and not this one
     */
    static void require(String roleArn, Applicant caller, Optional<ClassicConfig> classic) {
        List<String> held = caller.awsRoles();
        boolean poolDecides = held.isEmpty() && classic.isEmpty();
        boolean isEverybodys =
                classic.flatMap(ClassicConfig::role).filter(roleArn::equals).isPresent();
        if (!poolDecides && !isEverybodys && !held.contains(roleArn)) {
            throw new IdentityPoolRefusedException(
                    IdentityPoolRefusal.ROLE_NOT_HELD,
                    "The caller does not hold the role " + roleArn + ": cognito:roles of the ID token are " + held
                            + ". Ask for one of these, or give a group of the caller this role"
                            + (classic.isPresent()
                                    ? ""
                                    : "; if the identity pool chooses by rules, set"
                                            + " cognito.identity-pool.check-roles=false"));
        }
    }
}
