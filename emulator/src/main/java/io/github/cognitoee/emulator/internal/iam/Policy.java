package io.github.cognitoee.emulator.internal.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A permission policy of version 2012-10-17, attached to a role or given to its session. What the emulator does not know
 * is refused when it is read, rather than overlooked.
 *
 * @param name of the policy
 */
public record Policy(PolicyKind kind, String name, List<Statement> statements) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Policy {
        statements = List.copyOf(statements);
    }

    /** @throws InvalidPolicyException if it is wrong, or holds what the emulator does not know */
    public static Policy parse(PolicyKind kind, String name, String json) {
        try {
            return parse(kind, name, JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw InvalidPolicyException.rule("", "This policy contains invalid Json");
        }
    }

    /** @throws InvalidPolicyException if it is wrong, or holds what the emulator does not know */
    public static Policy parse(PolicyKind kind, String name, Map<String, Object> document) {
        Members members = Members.of("", document);
        members.refuseOthers(Set.of("Version", "Id", "Statement"));
        Object json = members.get("Statement");
        List<?> all = json instanceof List<?> list ? list : json == null ? List.of() : List.of(json);
        if (all.isEmpty()) {
            throw InvalidPolicyException.syntax(".Statement", "expected at least one statement");
        }
        checkVersion(members);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            statements.add(Statement.parse(".Statement[" + i + "]", all.get(i)));
        }
        refuseSameSids(statements);
        return new Policy(kind, name, statements);
    }

    /** In versions before, variables are text like any other. */
    private static void checkVersion(Members members) {
        Object version = members.get("Version");
        if (version == null) {
            throw InvalidPolicyException.rule("", "Policy document must be version 2012-10-17 or greater.");
        }
        if (version.equals("2008-10-17")) {
            throw InvalidPolicyException.unknown(".Version", "version 2008-10-17");
        }
        if (!version.equals("2012-10-17")) {
            throw InvalidPolicyException.rule(".Version", "The policy must contain a valid version string.");
        }
    }

    private static void refuseSameSids(List<Statement> statements) {
        Set<String> seen = new HashSet<>();
        if (!statements.stream()
                .map(Statement::sid)
                .filter(sid -> !sid.isEmpty())
                .allMatch(seen::add)) {
            throw InvalidPolicyException.rule(".Statement", "Statement IDs (SID) in a single policy must be unique.");
        }
    }

    /** The statements that concern the request and have this effect. */
    Stream<Finding> findings(Request request, boolean allowing) {
        return Stream.iterate(0, i -> i < statements.size(), i -> i + 1)
                .filter(i -> statements.get(i).allows() == allowing)
                .filter(i -> statements.get(i).concerns(request))
                .map(i -> new Finding(kind, name, i, statements.get(i).sid()));
    }
}
