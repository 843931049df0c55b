package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.RoleMapping.Rule;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the IAM role of a caller, as the roles of an identity pool and their mappings say. */
record RoleSelection(IdentityPool pool, List<VerifiedLogin> logins, @Nullable String customRoleArn) {

    /** The role of a caller with these logins; the first that has a mapping, or roles of its own, decides. */
    String ofLogins() {
        return logins.stream()
                .flatMap(login -> mapped(login).or(() -> asserted(login)).stream())
                .findFirst()
                .orElseGet(() -> roleOf(IdentityPool.AUTHENTICATED));
    }

    String ofGuests() {
        return roleOf(IdentityPool.UNAUTHENTICATED);
    }

    private String roleOf(String kind) {
        String role = poolRole(kind);
        return customRoleArn == null ? role : customOf(List.of(role));
    }

    /** Empty where no mapping is for this login. */
    private Optional<String> mapped(VerifiedLogin login) {
        return Optional.ofNullable(pool.roleMappings().get(login.mappingKey()))
                .map(mapping -> mapping.isByToken() ? byToken(login, mapping) : byRules(login, mapping));
    }

    /**
     * One of those that a SAML assertion names, none if it names none. Which one Cognito gives, or in which words it refuses,
     * where there are several and the caller chooses none, is not confirmed.
     */
    private Optional<String> asserted(VerifiedLogin login) {
        List<String> roles = login.asserted();
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        if (customRoleArn != null) {
            return Optional.of(customOf(roles));
        }
        if (roles.size() > 1) {
            throw ErrorType.NOT_AUTHORIZED.because("The assertion of " + login.provider()
                    + " names several roles: choose one of them by CustomRoleArn.");
        }
        return Optional.of(roles.get(0));
    }

    private String byToken(VerifiedLogin login, RoleMapping mapping) {
        List<String> roles = login.values("cognito:roles");
        if (customRoleArn != null) {
            return customOf(roles);
        }
        return login.values("cognito:preferred_role").stream()
                .findFirst()
                .or(() -> roles.size() == 1 ? Optional.of(roles.get(0)) : Optional.empty())
                .orElseGet(() -> ambiguous(login, mapping));
    }

    private String byRules(VerifiedLogin login, RoleMapping mapping) {
        List<String> matching = mapping.rules().stream()
                .filter(rule -> matches(rule, login.values(rule.claim())))
                .map(Rule::roleARN)
                .toList();
        if (customRoleArn != null) {
            return customOf(matching);
        }
        return matching.stream().findFirst().orElseGet(() -> ambiguous(login, mapping));
    }

    private static boolean matches(Rule rule, List<String> values) {
        return switch (rule.matchType()) {
            case "Equals" -> values.contains(rule.value());
            case "Contains" -> values.stream().anyMatch(value -> value.contains(rule.value()));
            case "StartsWith" -> values.stream().anyMatch(value -> value.startsWith(rule.value()));
            case "NotEqual" -> !values.isEmpty() && !values.contains(rule.value());
            default -> throw new IllegalStateException("no match type: " + rule.matchType());
        };
    }

    private String customOf(List<String> allowed) {
        if (customRoleArn == null || !allowed.contains(customRoleArn)) {
            throw ErrorType.NOT_AUTHORIZED.because("The custom role is not among the roles of this login.");
        }
        return customRoleArn;
    }

    private String ambiguous(VerifiedLogin login, RoleMapping mapping) {
        if (mapping.deniesAmbiguous()) {
            throw ErrorType.NOT_AUTHORIZED.because(
                    "The ambiguous role mapping rules for: " + login.provider() + " denied this request.");
        }
        return poolRole(IdentityPool.AUTHENTICATED);
    }

    private String poolRole(String kind) {
        return Optional.ofNullable(pool.roles().get(kind)).orElseThrow(RoleSelection::misconfigured);
    }

    /** The pool has no role for the caller, or has one that does not trust it. */
    static RuntimeException misconfigured() {
        return ErrorType.INVALID_IDENTITY_POOL_CONFIGURATION.because(
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }
}
