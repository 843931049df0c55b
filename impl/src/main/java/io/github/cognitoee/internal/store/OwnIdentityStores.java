package io.github.cognitoee.internal.store;

import static java.util.Comparator.comparingInt;

import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;

/** The identity stores of the WAR that the library came with, the library's among them, in the order of their priorities. */
public record OwnIdentityStores(List<IdentityStore> all) {

    public OwnIdentityStores {
        all = all.stream().sorted(comparingInt(IdentityStore::priority)).toList();
    }
}
