package io.github.cognitoee.it.heldclaims;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;

/** Lives as long as what it is injected into. */
@Dependent
public class Who {

    @Inject
    @Claim("sub")
    String claim;
}
