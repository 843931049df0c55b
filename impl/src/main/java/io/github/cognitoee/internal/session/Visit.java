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
 */
public record Visit(Map<String, String> parameters, Optional<String> assurance) {

    /** As configured. */
    public static final Visit ORDINARY = new Visit(Map.of(), Optional.empty());

    private static final String PROVIDER = "identity_provider";
    private static final String PROVIDER_IDENTIFIER = "idp_identifier";
    private static final String MAX_AGE = "max_age";

    public Visit {
        parameters = Map.copyOf(parameters);
    }

    /** As the application wishes. */
    public static Visit of(LoginParameters wishes) {
        return new Visit(wishes.asMap(), Optional.empty());
    }

    /**
     * Of a user who is signed in, and must sign in anew. A sign-in that is too old is so for managed login's own session
     * too, whatever that knows of {@code max_age}: hence {@code prompt}.
     *
     * @param hints by which managed login knows the user
     */
    public static Visit of(StepUp required, Map<String, String> hints) {
        Map<String, String> parameters = new LinkedHashMap<>(hints);
        required.maxAge().ifPresent(age -> {
            parameters.put(MAX_AGE, Long.toString(age.toSeconds()));
            parameters.put("prompt", "login");
        });
        required.assurance().ifPresent(level -> parameters.put("acr_values", level));
        return new Visit(parameters, required.assurance());
    }

    /** All parameters, where these are configured. One names the identity provider. */
    Map<String, String> over(Map<String, String> configured) {
        Map<String, String> all = new LinkedHashMap<>(configured);
        if (parameters.containsKey(PROVIDER) || parameters.containsKey(PROVIDER_IDENTIFIER)) {
            all.remove(PROVIDER);
            all.remove(PROVIDER_IDENTIFIER);
        }
        all.putAll(parameters);
        return all;
    }

    /** What the sign-in must have been like when the browser comes back. */
    StepUp required(Map<String, String> all) {
        return new StepUp(
                Optional.ofNullable(all.get(MAX_AGE)).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))),
                assurance);
    }
}
