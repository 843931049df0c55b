package io.github.cognitoee.it.mistakes;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claim;

/** Would fail at each call, since it may be stored. */
@SessionScoped
public class StoredLookup implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("sub")
    Provider<Optional<String>> claim;
}
