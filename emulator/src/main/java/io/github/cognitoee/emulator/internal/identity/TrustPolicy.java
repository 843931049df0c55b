package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.iam.ActionPattern;
import io.github.cognitoee.emulator.internal.iam.Condition;
import io.github.cognitoee.emulator.internal.iam.Context;
import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;
import io.github.cognitoee.emulator.internal.iam.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The trust policy of a role, as far as web identities go: principals {@code Federated}, the two actions that concern
 * them, the conditions over the claims of the identity service's tokens. Anything else is refused when it is read, rather
 * than overlooked.
 */
public final class TrustPolicy {

    static final String ASSUME = "sts:AssumeRoleWithWebIdentity";
    static final String TAG = "sts:TagSession";

    private static final Set<String> STATEMENT_MEMBERS = Set.of("Sid", "Effect", "Principal", "Action", "Condition");

    private final List<Statement> statements;

    private TrustPolicy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a policy document.
     *
     * @throws InvalidPolicyException if it holds what the emulator does not know
     */
    public static TrustPolicy parse(Map<String, Object> document) {
        Members members = Members.of("", document);
        if (!"2012-10-17".equals(members.get("Version"))) {
            throw InvalidPolicyException.syntax(".Version", "expected \"2012-10-17\"");
        }
        members.refuseOthers(Set.of("Version", "Id", "Statement"));
        Object statements = members.get("Statement");
        List<?> all = statements instanceof List<?> list ? list : statements == null ? List.of() : List.of(statements);
        List<Statement> parsed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            parsed.add(statement(Members.of(".Statement[" + i + "]", all.get(i))));
        }
        return new TrustPolicy(parsed);
    }

    /** A statement that denies wins. */
    boolean allows(String action, WebIdentity identity) {
        Context context = Context.of(identity.conditionKeys());
        List<Statement> matching = statements.stream()
                .filter(statement -> statement.concerns(action, context))
                .toList();
        return !matching.isEmpty() && matching.stream().allMatch(Statement::allow);
    }

    private static Statement statement(Members members) {
        members.refuseOthers(STATEMENT_MEMBERS);
        List<Condition> conditions = Condition.allOf(members);
        conditions.forEach(condition -> checkKey(members.pathOf("Condition"), condition.key()));
        return new Statement(members.allows(), principals(members), ActionPattern.allOf(members, "Action"), conditions);
    }

    private static List<String> principals(Members statement) {
        if ("*".equals(statement.get("Principal"))) {
            return List.of("*");
        }
        Members members = statement.object("Principal");
        members.refuseOthers(Set.of("Federated", "Service", "AWS"));
        return members.get("Federated") == null ? List.of() : members.texts("Federated");
    }

    private static void checkKey(String path, String key) {
        if (!WebIdentity.CONDITION_KEYS.contains(key.toLowerCase(Locale.ROOT))) {
            throw InvalidPolicyException.unknown(path, "the condition key " + key);
        }
    }

    private record Statement(
            boolean allow, List<String> principals, List<ActionPattern> actions, List<Condition> conditions) {

        boolean concerns(String action, Context context) {
            return Stream.of("*", WebIdentity.ISSUER_HOST).anyMatch(principals::contains)
                    && actions.stream().anyMatch(pattern -> pattern.matches(action))
                    && conditions.stream().allMatch(condition -> condition.holds(context));
        }
    }
}
