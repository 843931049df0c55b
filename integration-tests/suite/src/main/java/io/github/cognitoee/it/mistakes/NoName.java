package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;

/** Names no claim. */
@RequestScoped
public class NoName {

    @Inject
    @Claim
    String claim;
}
