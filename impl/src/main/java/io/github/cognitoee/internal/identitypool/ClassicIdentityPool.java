package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import java.util.List;
import java.util.Optional;

/** An identity pool in the classic flow: it says who somebody is, and STS gives the role that is chosen here. Thread-safe. */
final class ClassicIdentityPool implements IdentityPool {

    private final OpenIdTokens tokens;
    private final WebIdentityRoles roles;
    private final ClassicConfig config;

    ClassicIdentityPool(OpenIdTokens tokens, WebIdentityRoles roles, ClassicConfig config) {
        this.tokens = tokens;
        this.roles = roles;
        this.config = config;
    }

    @Override
    public String identityId(Applicant applicant) {
        return tokens.identityId(applicant);
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        String role = role(applicant, requestedRole);
        return roles.assume(role, tokens.openIdToken(identityId, applicant));
    }

    @Override
    public IssuedCredentials credentials(Applicant applicant, Optional<String> requestedRole) {
        String role = role(applicant, requestedRole);
        return roles.assume(role, tokens.openIdToken(applicant));
    }

    private String role(Applicant applicant, Optional<String> requestedRole) {
        return requestedRole.orElseGet(() -> applicant.isGuest() ? roleOfGuests() : roleOf(applicant));
    }

    private String roleOf(Applicant caller) {
        List<String> held = caller.awsRoles();
        return config.role()
                .or(caller::preferredAwsRole)
                .or(() -> held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty())
                .orElseThrow(() -> new IdentityPoolRefusedException(
                        IdentityPoolRefusal.AMBIGUOUS_ROLE,
                        "In the classic flow somebody has to choose the role, and neither the request nor "
                                + (caller.idToken().isPresent()
                                        ? "the ID token does, whose cognito:roles are " + held
                                        : "an ID token does, as the caller has none")
                                + ": ask for a role by withRole, or set cognito.identity-pool.classic.role"));
    }

    private String roleOfGuests() {
        return config.guestRole()
                .orElseThrow(() -> new IdentityPoolRefusedException(
                        IdentityPoolRefusal.NO_GUESTS,
                        "In the classic flow guests need a role: set cognito.identity-pool.classic.guest-role"));
    }
}
