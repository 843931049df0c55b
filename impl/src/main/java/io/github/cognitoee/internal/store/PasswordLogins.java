package io.github.cognitoee.internal.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Signing in by passwords, where the application has it. Else passwords are other identity stores' affair, and Cognito is
 * told of none.
 *
 * @param active puts each password to Cognito
 * @param remembered the same for those that come with every request
 */
public record PasswordLogins(Optional<PasswordLogin> active, Optional<RememberedLogins> remembered) {

    /** Nobody signs in by a password. */
    public static final PasswordLogins NONE = new PasswordLogins(Optional.empty(), Optional.empty());

    /** @param rememberedFor how long passwords are good that come with every request; empty where none do */
    public static PasswordLogins of(PasswordLogin login, Optional<Duration> rememberedFor) {
        return new PasswordLogins(Optional.of(login), rememberedFor.map(time -> RememberedLogins.of(login, time)));
    }
}
