package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The IAM roles that a user's groups carry into the ID token. */
record GroupRoles(List<Group> groups) {

    private static final Comparator<Group> BY_PRECEDENCE =
            Comparator.comparing(Group::precedence, Comparator.nullsLast(Comparator.naturalOrder()));

    /** {@code cognito:roles}. */
    List<String> all() {
        return groups.stream()
                .map(Group::roleArn)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * {@code cognito:preferred_role}: the role of the group with the lowest precedence. Groups that tie for it must agree
     * on the role, else there is none.
     */
    Optional<String> preferred() {
        List<Group> withRole =
                groups.stream().filter(group -> group.roleArn() != null).toList();
        List<String> winners = withRole.stream()
                .min(BY_PRECEDENCE)
                .map(best -> withRole.stream()
                        .filter(group -> Objects.equals(group.precedence(), best.precedence()))
                        .map(Group::roleArn)
                        .distinct()
                        .toList())
                .orElse(List.of());
        return winners.size() == 1 ? Optional.of(winners.get(0)) : Optional.empty();
    }
}
