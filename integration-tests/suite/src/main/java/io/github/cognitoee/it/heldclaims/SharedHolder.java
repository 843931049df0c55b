package io.github.cognitoee.it.heldclaims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Would show the claim of its first caller to all. */
@ApplicationScoped
public class SharedHolder {

    @Inject
    Middle middle;
}
