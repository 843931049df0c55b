package io.github.cognitoee.internal.config;

/**
 * What signing out does, beyond ending the session.
 *
 * @param redirectUri where people are in the end
 * @param notifyProvider whether their session at managed login ends too
 * @param revoke whether the refresh token is revoked
 * @param everywhere whether the user is signed out everywhere
 */
public record LogoutConfig(AddressTemplate redirectUri, boolean notifyProvider, boolean revoke, boolean everywhere) {}
