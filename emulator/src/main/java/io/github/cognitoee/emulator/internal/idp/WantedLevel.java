package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Pool;
import org.jspecify.annotations.Nullable;

/** How surely an application wants to know its user, in the parameters of {@code USER_AUTH}. */
final class WantedLevel {

    private static final String LEVELS = "TARGET_ACR_VALUES";
    private static final String MAX_AGE = "MAX_AGE";

    private WantedLevel() {}

    /** The first level that is known; null without one. Who signs in now has signed in recently enough for any age. */
    static @Nullable Assurance of(Pool pool, Parameters given) {
        String levels = given.optional(LEVELS);
        String age = given.optional(MAX_AGE);
        if (given.optional("ACCESS_TOKEN") != null) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator does not know the parameter ACCESS_TOKEN");
        }
        if ((levels != null || age != null) && pool.settings().isLite()) {
            throw ErrorType.FEATURE_UNAVAILABLE_IN_TIER.because(LEVELS + " and " + MAX_AGE
                    + " are not available in the Lite plan: the pool's UserPoolTier must be ESSENTIALS or PLUS.");
        }
        if (age != null && !age.matches("\\d{1,9}")) {
            throw ErrorType.INVALID_PARAMETER.because(MAX_AGE + " must be a number of seconds");
        }
        return levels == null ? null : level(levels);
    }

    private static Assurance level(String levels) {
        for (String level : levels.trim().split("\\s+")) {
            if (Assurance.named(level).isPresent()) {
                return Assurance.named(level).get();
            }
        }
        throw ErrorType.INVALID_PARAMETER.because(LEVELS + " names no level that the pool knows");
    }
}
