package io.github.cognitoee.internal.session;

import java.util.Optional;

/**
 * Managed login, where the application accepts it.
 *
 * @param active empty where it does not
 */
public record ManagedLogins(Optional<ManagedLogin> active) {}
