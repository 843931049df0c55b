package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;

/** Would show the claim of its first caller to all. */
@ApplicationScoped
public class SharedOnce {

    @Inject
    @Claim("sub")
    String claim;
}
