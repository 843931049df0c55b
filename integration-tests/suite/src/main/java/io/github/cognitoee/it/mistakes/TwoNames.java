package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.Claims;

/** Names two claims. */
@RequestScoped
public class TwoNames {

    @Inject
    @Claim(value = "exp", standard = Claims.iat)
    Long claim;
}
