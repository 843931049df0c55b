package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.Model.Arn;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an identity pool chooses the role of a provider's callers. The form of requests and answers alike. */
record RoleMapping(
        @OneOf({"Token", "Rules"}) String type,
        @OneOf({"AuthenticatedRole", "Deny"}) @Nullable String ambiguousRoleResolution,
        @Nullable RulesConfiguration rulesConfiguration) {

    record RulesConfiguration(@Length(min = 1, max = 400) List<Rule> rules) {}

    record Rule(
            @Length(min = 1, max = 64) @Matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+") String claim,
            @OneOf({"Equals", "Contains", "StartsWith", "NotEqual"}) String matchType,
            @Length(min = 1, max = 128) String value,
            @Arn String roleARN) {}

    boolean isByToken() {
        return type.equals("Token");
    }

    boolean deniesAmbiguous() {
        return "Deny".equals(ambiguousRoleResolution);
    }

    List<Rule> rules() {
        return rulesConfiguration == null ? List.of() : rulesConfiguration.rules();
    }
}
