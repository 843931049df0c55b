package io.github.cognitoee.emulator.internal.pool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How surely a user is known, as in the claim {@code acr}: the levels to which methods of signing in add up. */
public enum Assurance {
    PASSWORD("urn:cognito:loa:1"),
    ONE_TIME_CODE("urn:cognito:loa:2"),
    PASSWORD_AND_MESSAGE("urn:cognito:loa:3"),
    PASSWORD_AND_TOTP("urn:cognito:loa:4");

    private final String value;

    Assurance(String value) {
        this.value = value;
    }

    /** The level of methods as in the claim {@code amr}; none for users of another provider. */
    public static Optional<Assurance> of(Collection<String> methods) {
        if (methods.contains("fed") || methods.isEmpty()) {
            return Optional.empty();
        }
        if (methods.contains("swk") || methods.contains("hwk")) {
            return Optional.of(PASSWORD_AND_MESSAGE); // as sure as that
        }
        if (!methods.contains("pwd")) {
            return Optional.of(ONE_TIME_CODE);
        }
        if (methods.contains("otp")) {
            return Optional.of(PASSWORD_AND_TOTP);
        }
        boolean message = methods.contains("sms") || methods.contains("email_otp");
        return Optional.of(message ? PASSWORD_AND_MESSAGE : PASSWORD);
    }

    /** The level of this name. */
    public static Optional<Assurance> named(String value) {
        return List.of(values()).stream()
                .filter(level -> level.value().equals(value))
                .findFirst();
    }

    /** The name of the level, such as {@code urn:cognito:loa:1}. */
    public String value() {
        return value;
    }
}
