package io.github.cognitoee.emulator;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping.AmbiguousRoleResolution;
import io.github.cognitoee.emulator.EmulatorConfig.Rule;
import io.github.cognitoee.emulator.LoginVerifier.VerifiedLogin;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the IAM role of a verified login, as an identity pool's role mapping says. */
record RoleSelection(IdentityPool pool, VerifiedLogin login, @Nullable String customRoleArn) {

    String role() {
        RoleMapping mapping = login.provider().roleMapping();
        if (mapping == null) {
            return customRoleArn == null ? authenticatedRole() : customOf(List.of(authenticatedRole()));
        }
        return switch (mapping.type()) {
            case TOKEN -> byToken(mapping);
            case RULES -> byRules(mapping);
        };
    }

    private String byToken(RoleMapping mapping) {
        List<String> roles = strings("cognito:roles");
        if (customRoleArn != null) {
            return customOf(roles);
        }
        return strings("cognito:preferred_role").stream()
                .findFirst()
                .or(() -> roles.size() == 1 ? Optional.of(roles.get(0)) : Optional.empty())
                .orElseGet(() -> ambiguous(mapping));
    }

    private String byRules(RoleMapping mapping) {
        List<String> matching = mapping.rules().stream()
                .filter(this::matches)
                .map(Rule::roleArn)
                .toList();
        if (customRoleArn != null) {
            return customOf(matching);
        }
        return matching.stream().findFirst().orElseGet(() -> ambiguous(mapping));
    }

    private boolean matches(Rule rule) {
        List<String> values = strings(rule.claim());
        return switch (rule.matchType()) {
            case EQUALS -> values.contains(rule.value());
            case CONTAINS -> values.stream().anyMatch(value -> value.contains(rule.value()));
            case STARTS_WITH -> values.stream().anyMatch(value -> value.startsWith(rule.value()));
            case NOT_EQUAL -> !values.isEmpty() && !values.contains(rule.value());
        };
    }

    private String customOf(List<String> allowed) {
        if (customRoleArn == null || !allowed.contains(customRoleArn)) {
            throw ServiceException.notAuthorized("The custom role is not among the roles of this login.");
        }
        return customRoleArn;
    }

    private String ambiguous(RoleMapping mapping) {
        if (mapping.ambiguousRoleResolution() == AmbiguousRoleResolution.DENY) {
            throw ServiceException.notAuthorized(
                    "The ambiguous role mapping rules for: " + login.providerName() + " denied this request.");
        }
        return authenticatedRole();
    }

    private String authenticatedRole() {
        if (pool.authenticatedRole() == null) {
            throw ServiceException.of(
                    "InvalidIdentityPoolConfigurationException",
                    "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
        }
        return pool.authenticatedRole();
    }

    /** The values of a claim, whether it is a list or a single value. */
    private List<String> strings(String claim) {
        JWTClaimsSet claims = login.claims();
        Object value = claims.getClaim(claim);
        if (value == null) {
            return List.of();
        }
        try {
            return value instanceof List ? claims.getStringListClaim(claim) : List.of(value.toString());
        } catch (ParseException e) {
            return List.of();
        }
    }
}
