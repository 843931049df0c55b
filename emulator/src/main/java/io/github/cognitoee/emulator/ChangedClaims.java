package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.pool.TokenChanges;
import io.github.cognitoee.emulator.internal.pool.TokenChanges.Claims;
import io.github.cognitoee.emulator.internal.pool.TokenChanges.Groups;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims that a function changes before a token is signed; those by which tokens are trusted stay as they are. */
final class ChangedClaims {

    private static final Set<String> FIXED = Set.of(
            "acr",
            "amr",
            "at_hash",
            "auth_time",
            "azp",
            "event_id",
            "exp",
            "iat",
            "iss",
            "jti",
            "nbf",
            "nonce",
            "origin_jti",
            "sub",
            "token_use");
    private static final Set<String> FIXED_IN_ID_TOKEN = and("aud", "cognito:username", "identities");

    /** Scopes, too, have a way of their own. */
    private static final Set<String> FIXED_IN_ACCESS_TOKEN =
            and("client_id", "device_key", "scope", "username", "version");

    private static final String GROUPS = "cognito:groups";

    private ChangedClaims() {}

    static void inIdToken(Map<String, Object> content, TokenChanges changes) {
        Groups groups = changes.groups();
        if (groups != null) {
            replace(content, GROUPS, groups.names());
            replace(content, "cognito:roles", groups.roles());
            replace(content, "cognito:preferred_role", groups.preferredRole());
        }
        change(content, changes.idToken(), FIXED_IN_ID_TOKEN);
    }

    static void inAccessToken(Map<String, Object> content, TokenChanges changes) {
        Groups groups = changes.groups();
        if (groups != null) {
            replace(content, GROUPS, groups.names());
        }
        Claims ofToken = changes.accessToken();
        Set<String> scopes = new LinkedHashSet<>(
                Arrays.asList(String.valueOf(content.get("scope")).split(" ")));
        scopes.addAll(ofToken.scopesAdded());
        ofToken.scopesLeftOut().forEach(scopes::remove);
        content.put("scope", String.join(" ", scopes));
        change(content, ofToken, FIXED_IN_ACCESS_TOKEN);
    }

    private static void change(Map<String, Object> content, Claims changes, Set<String> fixed) {
        changes.added().forEach((name, value) -> {
            if (!fixed.contains(name)) {
                content.put(name, value);
            }
        });
        changes.leftOut().stream().filter(name -> !fixed.contains(name)).forEach(content::remove);
    }

    private static void replace(Map<String, Object> content, String name, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> list && list.isEmpty())) {
            content.remove(name);
        } else {
            content.put(name, value);
        }
    }

    private static Set<String> and(String... more) {
        return Stream.concat(FIXED.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
