package io.github.cognitoee.internal.config;

/**
 * Whether the library authenticates callers of this application.
 *
 * @param active false where {@code cognito.enabled=false} switches it off; role annotations hold all the same
 * @param storeAlone whether it does so as an identity store under another's mechanism
 */
public record Activation(boolean active, boolean storeAlone) {}
