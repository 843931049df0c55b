package io.github.cognitoee.emulator.internal.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trust policy of a role, as far as web identities go: principals {@code Federated}, the two actions that concern
 * them, the string conditions over the claims of the identity service's tokens. Anything else is refused when it is read,
 * rather than overlooked.
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
     * @throws InvalidTrustPolicyException if it holds what the emulator does not know
     */
    public static TrustPolicy parse(Map<String, Object> document) {
        Object statements = document.get("Statement");
        if (!"2012-10-17".equals(document.get("Version"))) {
            throw new InvalidTrustPolicyException(".Version", "expected \"2012-10-17\"");
        }
        refuseOthers("", document, Set.of("Version", "Id", "Statement"));
        List<?> all = statements instanceof List<?> list ? list : statements == null ? List.of() : List.of(statements);
        List<Statement> parsed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            parsed.add(statement(".Statement[" + i + "]", all.get(i)));
        }
        return new TrustPolicy(parsed);
    }

    /** A statement that denies wins. */
    boolean allows(String action, WebIdentity identity) {
        List<Statement> matching = statements.stream()
                .filter(statement -> statement.concerns(action, identity))
                .toList();
        return !matching.isEmpty() && matching.stream().allMatch(Statement::allow);
    }

    private static Statement statement(String path, Object json) {
        Map<?, ?> members = object(path, json);
        refuseOthers(path, members, STATEMENT_MEMBERS);
        String effect = String.valueOf(members.get("Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new InvalidTrustPolicyException(path + ".Effect", "expected \"Allow\" or \"Deny\"");
        }
        return new Statement(
                effect.equals("Allow"),
                principals(path + ".Principal", members.get("Principal")),
                texts(path + ".Action", members.get("Action")),
                conditions(path + ".Condition", members.get("Condition")));
    }

    private static List<String> principals(String path, @Nullable Object json) {
        if ("*".equals(json)) {
            return List.of("*");
        }
        Map<?, ?> members = object(path, json);
        refuseOthers(path, members, Set.of("Federated", "Service", "AWS"));
        Object federated = members.get("Federated");
        return federated == null ? List.of() : texts(path + ".Federated", federated);
    }

    private static List<Condition> conditions(String path, @Nullable Object json) {
        List<Condition> conditions = new ArrayList<>();
        if (json != null) {
            object(path, json).forEach((operator, keys) -> object(path + "." + operator, keys)
                    .forEach((key, values) -> conditions.add(Condition.of(
                            path + "." + operator,
                            operator.toString(),
                            key.toString(),
                            texts(path + "." + operator + "." + key, values)))));
        }
        return conditions;
    }

    private static Map<?, ?> object(String path, @Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidTrustPolicyException(path, "expected an object");
    }

    private static List<String> texts(String path, @Nullable Object json) {
        List<?> list = json instanceof List<?> several ? several : json == null ? List.of() : List.of(json);
        if (list.isEmpty() || !list.stream().allMatch(String.class::isInstance)) {
            throw new InvalidTrustPolicyException(path, "expected a text or a list of texts");
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static void refuseOthers(String path, Map<?, ?> members, Set<String> known) {
        members.keySet().stream()
                .map(Object::toString)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidTrustPolicyException(path + "." + name, "the emulator does not know this member");
                });
    }

    private record Statement(boolean allow, List<String> principals, List<String> actions, List<Condition> conditions) {

        boolean concerns(String action, WebIdentity identity) {
            return Stream.of("*", WebIdentity.ISSUER_HOST).anyMatch(principals::contains)
                    && actions.stream().anyMatch(pattern -> Wildcards.match(pattern, action))
                    && conditions.stream().allMatch(condition -> condition.holds(identity));
        }
    }
}
