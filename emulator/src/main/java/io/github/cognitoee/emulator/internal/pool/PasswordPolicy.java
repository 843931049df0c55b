package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a password must be like. An absent rule does not hold, but for the length and the days. */
public record PasswordPolicy(
        @Nullable @Range(min = 6, max = 99) Integer minimumLength,
        @Nullable Boolean requireUppercase,
        @Nullable Boolean requireLowercase,
        @Nullable Boolean requireNumbers,
        @Nullable Boolean requireSymbols,
        @Nullable @Range(min = 0, max = 24) Integer passwordHistorySize,
        @Nullable @Range(min = 0, max = 365) Integer temporaryPasswordValidityDays) {

    /** Of a pool that was made without one. */
    static final PasswordPolicy DEFAULT = new PasswordPolicy(8, true, true, true, true, null, 7);

    private static final int DEFAULT_LENGTH = 8;
    private static final int DEFAULT_DAYS = 7;
    private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the password breaks a rule */
    void check(String password) {
        require(
                password.length() >= (minimumLength == null ? DEFAULT_LENGTH : minimumLength),
                "Password not long enough");
        requireAny(requireUppercase, password, c -> c >= 'A' && c <= 'Z', "uppercase");
        requireAny(requireLowercase, password, c -> c >= 'a' && c <= 'z', "lowercase");
        requireAny(requireNumbers, password, c -> c >= '0' && c <= '9', "numeric");
        requireAny(requireSymbols, password, c -> SYMBOLS.indexOf(c) >= 0, "symbol");
    }

    /** How many former passwords, the present one included, must not come back. */
    int history() {
        return passwordHistorySize == null ? 0 : passwordHistorySize;
    }

    Duration temporaryValidity() {
        boolean unset = temporaryPasswordValidityDays == null || temporaryPasswordValidityDays == 0;
        return Duration.ofDays(unset ? DEFAULT_DAYS : temporaryPasswordValidityDays);
    }

    private static void requireAny(@Nullable Boolean required, String password, IntPredicate kind, String name) {
        require(
                !Boolean.TRUE.equals(required) || password.chars().anyMatch(kind),
                "Password must have " + name + " characters");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw ErrorType.INVALID_PASSWORD.because("Password did not conform with policy: " + problem);
        }
    }
}
