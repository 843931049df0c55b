package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;

/** Asks for a type that MicroProfile JWT does not know. */
@RequestScoped
public class WrongType {

    @Inject
    @Claim("custom:age")
    Integer claim;
}
