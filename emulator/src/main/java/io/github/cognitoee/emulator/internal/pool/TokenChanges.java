package io.github.cognitoee.emulator.internal.pool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function makes of the tokens of a sign-in before they are signed.
 *
 * @param groups null to leave them as they are
 */
public record TokenChanges(Claims idToken, Claims accessToken, @Nullable Groups groups) {

    public static final TokenChanges NONE = new TokenChanges(Claims.KEPT, Claims.KEPT, null);

    /** What changes in one token; what is left out is left out even if it is added. */
    public record Claims(
            Map<String, Object> added, List<String> leftOut, List<String> scopesAdded, List<String> scopesLeftOut) {

        public static final Claims KEPT = new Claims(Map.of(), List.of(), List.of(), List.of());

        public Claims {
            added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
            leftOut = List.copyOf(leftOut);
            scopesAdded = List.copyOf(scopesAdded);
            scopesLeftOut = List.copyOf(scopesLeftOut);
        }
    }

    /** The groups and roles in place of the user's own. */
    public record Groups(List<String> names, List<String> roles, @Nullable String preferredRole) {

        public Groups {
            names = List.copyOf(names);
            roles = List.copyOf(roles);
        }
    }
}
