package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The name of a user to come. Where contacts are user names, the real one is generated and the contact an attribute. */
public record NewUser(String username, String sub, Map<String, String> attributes) {

    static NewUser of(UsernameRules rules, String typed, Map<String, String> attributes, String sub) {
        if (rules.asUsername().isEmpty()) {
            checkNoContact(rules, typed);
            return new NewUser(typed, sub, attributes);
        }
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put(contactOf(rules, typed), typed);
        return new NewUser(sub, sub, all);
    }

    /** Tells the name alone. */
    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }

    private static void checkNoContact(UsernameRules rules, String typed) {
        if (rules.aliases().contains("email") && typed.contains("@")) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (rules.aliases().contains("phone_number") && typed.startsWith("+")) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Username cannot be of phone number format, since user pool is configured for phone number alias.");
        }
    }

    private static String contactOf(UsernameRules rules, String typed) {
        boolean email = rules.asUsername().contains("email");
        boolean phone = rules.asUsername().contains("phone_number");
        if (email && typed.contains("@")) {
            return "email";
        }
        if (phone && typed.startsWith("+")) {
            return "phone_number";
        }
        if (email && phone) {
            throw ErrorType.INVALID_PARAMETER.because("Username should be either an email or a phone number.");
        }
        throw ErrorType.INVALID_PARAMETER.because(
                email ? "Username should be an email." : "Username should be a phone number.");
    }
}
