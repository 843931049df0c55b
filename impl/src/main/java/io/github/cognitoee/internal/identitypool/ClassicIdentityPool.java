package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
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
        String role = requestedRole.orElseGet(
                () -> applicant.idToken().map(this::roleOf).orElseGet(this::roleOfGuests));
        return roles.assume(role, tokens.openIdToken(identityId, applicant));
    }

    private String roleOf(IdToken token) {
        List<String> held = token.awsRoles();
        return config.role()
                .or(token::preferredAwsRole)
                .or(() -> held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty())
                .orElseThrow(() -> new IdentityPoolRefusedException(
                        IdentityPoolRefusal.AMBIGUOUS_ROLE,
                        "In the classic flow somebody has to choose the role, and neither the request nor the ID token"
                                + " does, whose cognito:roles are " + held
                                + ": ask for a role by withRole, or set cognito.identity-pool.classic.role"));
    }

    private String roleOfGuests() {
        return config.guestRole()
                .orElseThrow(() -> new IdentityPoolRefusedException(
                        IdentityPoolRefusal.NO_GUESTS,
                        "In the classic flow guests need a role: set cognito.identity-pool.classic.guest-role"));
    }
}
