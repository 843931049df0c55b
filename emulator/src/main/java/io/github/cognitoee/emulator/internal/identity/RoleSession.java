package io.github.cognitoee.emulator.internal.identity;

import org.jspecify.annotations.Nullable;

/** An identity in a role. */
record RoleSession(AssumedRole role, WebIdentity identity, @Nullable String policy) {}
