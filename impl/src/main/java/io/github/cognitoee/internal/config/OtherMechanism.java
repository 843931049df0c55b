package io.github.cognitoee.internal.config;

import java.util.Optional;

/**
 * The application's own authentication mechanism, under which the identity store stands alone.
 *
 * @param basicRealm the realm where it is Jakarta Security's HTTP Basic; empty for any other
 */
public record OtherMechanism(Optional<String> basicRealm) {}
