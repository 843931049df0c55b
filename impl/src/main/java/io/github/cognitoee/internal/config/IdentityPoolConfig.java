package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity pool of this application.
 *
 * @param id {@code <region>:<guid>}
 * @param region where the pool lies; it may differ from the user pool's
 * @param endpoint replaces the address of the service, for an emulator
 * @param loginsKey replaces the provider name that is otherwise built from the user pool id
 */
public record IdentityPoolConfig(String id, Region region, Optional<URI> endpoint, Optional<String> loginsKey) {

    private static final int MAX_ID_LENGTH = 55;
    private static final Pattern ID = Pattern.compile("[\\w-]+:[0-9a-f-]+");

    /** @throws CognitoConfigurationException if the id cannot be right */
    public IdentityPoolConfig {
        if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
            throw new CognitoConfigurationException("Identity pool id '" + id
                    + "' is not of the form <region>:<guid>, such as eu-west-1:1f0a6e2c-0000-4000-8000-000000000001");
        }
    }
}
