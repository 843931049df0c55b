package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The actions that a policy means, such as {@code s3:Get*}; their case does not matter. */
public record ActionPattern(String text) {

    private static final Pattern VENDOR = Pattern.compile("[A-Za-z0-9-]+");
    private static final Context NOTHING = Context.of(Map.of());

    /** @throws InvalidPolicyException if there is none, or one is wrong */
    public static List<ActionPattern> allOf(Members statement, String member) {
        return statement.texts(member).stream()
                .map(text -> parse(statement.pathOf(member), text))
                .toList();
    }

    private static ActionPattern parse(String path, String text) {
        String[] parts = text.split(":", -1);
        if (!text.equals("*") && parts.length == 1) {
            throw InvalidPolicyException.rule(
                    path, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        if (parts.length > 2) {
            throw InvalidPolicyException.rule(path, "Actions/Condition can contain only one colon.");
        }
        if (parts.length == 2 && !VENDOR.matcher(parts[0]).matches()) {
            throw InvalidPolicyException.rule(path, "Vendor " + parts[0] + " is not valid");
        }
        return new ActionPattern(text);
    }

    public boolean matches(String action) {
        return new Template(text).matches(action, NOTHING, Pattern.CASE_INSENSITIVE);
    }
}
