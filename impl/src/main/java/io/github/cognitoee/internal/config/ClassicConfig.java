package io.github.cognitoee.internal.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What STS is asked for in the classic flow.
 *
 * @param role ARN of the role of callers who ask for none; empty to go by their token
 * @param guestRole ARN of that of guests
 * @param duration how long credentials live
 * @param policy that limits them further
 */
public record ClassicConfig(
        Optional<String> role, Optional<String> guestRole, Duration duration, Optional<String> policy) {}
