package io.github.cognitoee.internal.config;

/**
 * Whether the library authenticates callers of this application.
 *
 * @param active false where {@code cognito.enabled=false} switches it off; role annotations hold all the same
 */
public record Activation(boolean active) {}
