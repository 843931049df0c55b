package io.github.cognitoee.it.mistakes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;

/** Would show the claim of one caller to others. */
@Stateless
public class PooledOnce {

    @Inject
    @Claim("iat")
    long claim;
}
