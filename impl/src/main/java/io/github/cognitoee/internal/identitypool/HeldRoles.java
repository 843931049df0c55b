package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.util.List;

/** Refuses roles that a caller does not hold, as far as their ID token tells. */
final class HeldRoles {

    private HeldRoles() {}

    /** @throws IdentityPoolRefusedException when the token names roles, and not this one */
    static void require(String roleArn, Applicant caller) {
        List<String> held = caller.awsRoles();
        if (!held.isEmpty() && !held.contains(roleArn)) {
            throw new IdentityPoolRefusedException(
                    IdentityPoolRefusal.ROLE_NOT_HELD,
                    "The caller does not hold the role " + roleArn + ": cognito:roles of the ID token are " + held
                            + ". Ask for one of these, or give a group of the caller this role; if the identity pool"
                            + " chooses by rules, set cognito.identity-pool.check-roles=false");
        }
    }
}
