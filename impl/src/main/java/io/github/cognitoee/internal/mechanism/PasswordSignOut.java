package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.store.PasswordLogins;
import jakarta.enterprise.inject.spi.CDI;

/**
 * Has passwords proved anew by whom the application signs out, where they come with every request to a mechanism that is not
 * the library's. Thread-safe.
 */
public final class PasswordSignOut {

    private PasswordSignOut() {}

    /** Of the caller of this request, while the container still knows them. */
    public static void of(ServedRequest served) {
        forget(served, CDI.current().select(PasswordLogins.class).get());
    }

    static void forget(ServedRequest served, PasswordLogins logins) {
        logins.remembered().ifPresent(remembered -> served.identityToken().ifPresent(remembered::forget));
    }
}
