package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.spi.DeveloperUsers;
import io.github.cognitoee.spi.LoginSource;
import java.util.List;
import java.util.Optional;

/** What the application's own beans say of logins at the identity pool. */
public record ApplicationLogins(List<LoginSource> sources, Optional<DeveloperUsers> users) {

    /** An application without such beans. */
    static final ApplicationLogins NONE = new ApplicationLogins(List.of(), Optional.empty());

    public ApplicationLogins {
        sources = List.copyOf(sources);
    }

    /** @param userPool whose users are developer users by {@code sub} alone, unless the application says otherwise */
    Applicants applicants(IdentityPoolConfig pool, UserPoolConfig userPool) {
        return new Applicants(
                pool,
                new OtherLogins(sources),
                pool.developer().map(developer -> new VouchedUsers(developer, userPool.id(), users)));
    }
}
