package io.github.cognitoee.internal.session;

import io.github.cognitoee.LoginParameters;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One visit to managed login, as far as it differs from others of the application.
 *
 * @param parameters of the authorize endpoint, in place of the configured ones of the same name
 * @param assurance the level that the sign-in must reach, or else nobody is signed in
 * @param returnTo where to go in the end, behind the context path; empty for what the request asked for
 */
public record Visit(Map<String, String> parameters, Optional<String> assurance, Optional<String> returnTo) {

    /** As configured. */
    public static final Visit ORDINARY = new Visit(Map.of(), Optional.empty(), Optional.empty());

    private static final String PROVIDER = "identity_provider";
    private static final String PROVIDER_IDENTIFIER = "idp_identifier";
    private static final String MAX_AGE = "max_age";

    public Visit {
        parameters = Map.copyOf(parameters);
    }

    /** To come back to this path, behind the context path. */
    static Visit backTo(String path) {
        return new Visit(Map.of(), Optional.empty(), Optional.of(path));
    }

    /** As the application wishes; what it was asked for began the visit, and would begin another. */
    public static Visit of(LoginParameters wishes) {
        return new Visit(wishes.asMap(), Optional.empty(), Optional.of(wishes.returnTo()));
    }

    /**
     * Of a user who is signed in, and must sign in anew. A sign-in that is too old is so for managed login's own session
     * too, whatever that knows of {@code max_age}: hence {@code prompt}.
     *
     * @param hints by which managed login knows the user; the user pool itself where they name no identity provider
     */
    public static Visit of(StepUp required, Map<String, String> hints) {
        Map<String, String> parameters = new LinkedHashMap<>(hints);
        parameters.putIfAbsent(PROVIDER, "COGNITO");
        required.maxAge().ifPresent(age -> {
            parameters.put(MAX_AGE, Long.toString(age.toSeconds()));
            parameters.put("prompt", "login");
        });
        required.assurance().ifPresent(level -> parameters.put("acr_values", level));
        return new Visit(parameters, required.assurance(), Optional.empty());
    }

    /** All parameters, where these are configured. One names the identity provider; the shorter time holds. */
    Map<String, String> over(Map<String, String> configured) {
        Map<String, String> all = new LinkedHashMap<>(configured);
        if (parameters.containsKey(PROVIDER) || parameters.containsKey(PROVIDER_IDENTIFIER)) {
            all.remove(PROVIDER);
            all.remove(PROVIDER_IDENTIFIER);
        }
        parameters.forEach((name, value) ->
                all.merge(name, value, (old, mine) -> name.equals(MAX_AGE) ? shorter(old, mine) : mine));
        return all;
    }

    private static String shorter(String one, String other) {
        return Long.parseLong(one) < Long.parseLong(other) ? one : other;
    }

    /** What the sign-in must have been like when the browser comes back. */
    StepUp required(Map<String, String> all) {
        return new StepUp(
                Optional.ofNullable(all.get(MAX_AGE)).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))),
                assurance);
    }
}
