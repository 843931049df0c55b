package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.event.CredentialsIssued;
import java.util.function.Supplier;

/** Is told of the credentials that an identity pool issues, on the thread of the caller. Thread-safe; throws nothing. */
@FunctionalInterface
public interface CredentialsListener {

    /** Minds nothing. */
    CredentialsListener NONE = event -> {};

    /** @param event made when it is asked for */
    void issued(Supplier<CredentialsIssued> event);
}
