package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.util.List;
import java.util.regex.Pattern;

/** The rules for the names of configured users. */
final class NamesCheck {

    private static final Pattern CONTACT = Pattern.compile("email|phone_number");
    private static final Pattern ALIAS = Pattern.compile("email|phone_number|preferred_username");

    private NamesCheck() {}

    static void check(String path, UserPool pool) {
        each(path + ".usernameAttributes", pool.usernameAttributes(), CONTACT, "email or phone_number");
        each(path + ".aliasAttributes", pool.aliasAttributes(), ALIAS, "email, phone_number or preferred_username");
        ConfigCheck.expect(
                pool.usernameAttributes().isEmpty() || pool.aliasAttributes().isEmpty(),
                path + ".aliasAttributes",
                "a pool has usernameAttributes or aliasAttributes, not both");
    }

    private static void each(String path, List<String> names, Pattern pattern, String expected) {
        for (int i = 0; i < names.size(); i++) {
            ConfigCheck.matches(path + "[" + i + "]", pattern, names.get(i), expected);
        }
    }

    /** A user name that is an address, or must be none. */
    static void check(String path, String username, UserPool pool) {
        boolean email = username.contains("@");
        boolean phone = username.startsWith("+");
        if (!pool.usernameAttributes().isEmpty()) {
            boolean fits = (email && pool.usernameAttributes().contains("email"))
                    || (phone && pool.usernameAttributes().contains("phone_number"));
            ConfigCheck.expect(
                    fits,
                    path,
                    "found \"" + username + "\", expected what stands for a user name here: "
                            + String.join(" or ", pool.usernameAttributes()));
        }
        boolean clashes = (email && pool.aliasAttributes().contains("email"))
                || (phone && pool.aliasAttributes().contains("phone_number"));
        ConfigCheck.expect(!clashes, path, "found \"" + username + "\", which looks like an alias; no user name may");
    }
}
