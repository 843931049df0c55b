package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.eclipse.microprofile.jwt.Claim;

/** Would keep the claim of whoever began the session. */
@SessionScoped
public class StoredOnce implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("sub")
    String claim;
}
