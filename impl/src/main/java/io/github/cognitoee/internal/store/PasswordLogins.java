package io.github.cognitoee.internal.store;

import java.util.Optional;

/**
 * Signing in by passwords, where the application has it. Else passwords are other identity stores' affair, and Cognito is
 * told of none.
 */
public record PasswordLogins(Optional<PasswordLogin> active) {}
