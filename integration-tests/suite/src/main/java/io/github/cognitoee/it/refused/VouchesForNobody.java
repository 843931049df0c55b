package io.github.cognitoee.it.refused;

import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.DeveloperUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Optional;

/** Vouches for nobody, which {@link VouchesForAll} contradicts. */
@ApplicationScoped
public class VouchesForNobody implements DeveloperUsers {

    @Override
    public Optional<DeveloperUser> userOf(Principal caller) {
        return Optional.empty();
    }
}
