package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a permission policy.
 *
 * @param sid empty without one
 * @param otherActions whether it concerns all actions but those listed; {@code otherResources} likewise
 */
record Statement(
        String sid,
        boolean allows,
        boolean otherActions,
        List<ActionPattern> actions,
        boolean otherResources,
        List<ArnPattern> resources,
        List<Condition> conditions) {

    private static final Set<String> MEMBERS =
            Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final Pattern SID = Pattern.compile("[0-9A-Za-z]*");

    static Statement parse(String path, @Nullable Object json) {
        Members members = Members.of(path, json);
        if (members.has("Principal") || members.has("NotPrincipal")) {
            throw InvalidPolicyException.rule(path, "Policy document should not specify a principal.");
        }
        members.refuseOthers(MEMBERS);
        String actions = oneOf(members, "Action", "NotAction", "Policy statement must contain actions.");
        String resources = oneOf(members, "Resource", "NotResource", "Policy statement must contain resources.");
        return new Statement(
                sid(members),
                members.allows(),
                actions.equals("NotAction"),
                ActionPattern.allOf(members, actions),
                resources.equals("NotResource"),
                ArnPattern.allOf(members, resources),
                Condition.allOf(members));
    }

    /** Whether it says something about this request. */
    boolean concerns(Request request) {
        Context context = request.context();
        return otherActions != actions.stream().anyMatch(action -> action.matches(request.action()))
                && otherResources
                        != resources.stream().anyMatch(resource -> resource.matches(request.resource(), context))
                && conditions.stream().allMatch(condition -> condition.holds(context));
    }

    private static String oneOf(Members members, String name, String negated, String missing) {
        if (members.has(name) && members.has(negated)) {
            throw InvalidPolicyException.syntax(members.path(), "found " + name + " and " + negated + ", expected one");
        }
        if (!members.has(name) && !members.has(negated)) {
            throw InvalidPolicyException.rule(members.path(), missing);
        }
        return members.has(name) ? name : negated;
    }

    private static String sid(Members members) {
        String sid = Objects.toString(members.get("Sid"), "");
        if (!SID.matcher(sid).matches()) {
            throw InvalidPolicyException.rule(
                    members.pathOf("Sid"),
                    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression"
                            + " [0-9A-Za-z]*");
        }
        return sid;
    }
}
