package io.github.cognitoee.emulator.internal.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which claims of a login become tags of the session, "attributes for access control".
 *
 * @param claims the name of the claim by the key of its tag
 */
record TagMapping(boolean useDefaults, Map<String, String> claims) {

    /** What a provider has for which nothing was set. */
    static final TagMapping NONE = new TagMapping(false, Map.of());

    static final Map<String, String> DEFAULTS = Map.of("username", "sub", "client", "aud");

    TagMapping {
        claims = useDefaults ? DEFAULTS : Map.copyOf(claims);
    }

    /** The tags that these claims give; a claim that is absent or a list gives none. */
    Map<String, String> tagsOf(VerifiedLogin login) {
        Map<String, String> tags = new LinkedHashMap<>();
        claims.forEach((key, claim) -> {
            if (login.values(claim).size() == 1) {
                tags.put(key, login.values(claim).get(0));
            }
        });
        return tags;
    }
}
