package io.github.cognitoee.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The levels of assurance that a user pool's sign-ins may reach, as {@code acr} names them.
 *
 * @param ascending the lowest first
 */
public record AssuranceLevels(List<String> ascending) {

    /** Those of a user pool that does not name them otherwise. */
    public static final AssuranceLevels OF_COGNITO = new AssuranceLevels(IntStream.rangeClosed(1, 4)
            .mapToObj(level -> "urn:cognito:loa:" + level)
            .toList());

    public AssuranceLevels {
        ascending = List.copyOf(ascending);
    }

    public boolean has(String level) {
        return ascending.contains(level);
    }

    /** Whether the level, which may be one of nobody's, is the required one or a higher one. */
    public boolean reaches(String level, String required) {
        return has(required) && ascending.indexOf(level) >= ascending.indexOf(required);
    }

    /** The highest; what is none of these levels counts as higher, so that nothing reaches it. */
    public Optional<String> highest(Collection<String> levels) {
        return levels.stream().max(Comparator.comparingInt(this::height));
    }

    private int height(String level) {
        return has(level) ? ascending.indexOf(level) : ascending.size();
    }
}
