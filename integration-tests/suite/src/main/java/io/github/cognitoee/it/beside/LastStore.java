package io.github.cognitoee.it.beside;

import jakarta.enterprise.context.ApplicationScoped;

/** Asked at priority 1000; the library's store is at 100. */
@ApplicationScoped
public class LastStore extends CredulousStore {

    @Override
    public int priority() {
        return 1000;
    }
}
