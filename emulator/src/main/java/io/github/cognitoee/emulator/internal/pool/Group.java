package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group, in the form in which the service describes it. */
public record Group(
        String groupName,
        String userPoolId,
        @Nullable String description,
        @Nullable String roleArn,
        @Nullable Integer precedence,
        Instant lastModifiedDate,
        Instant creationDate) {}
