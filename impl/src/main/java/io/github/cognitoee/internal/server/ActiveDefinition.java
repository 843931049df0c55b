package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.CognitoSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Finds the definition of the running application, for objects that the server creates outside of CDI. */
final class ActiveDefinition {

    private ActiveDefinition() {}

    /**
     * The settings of this application; empty when it is switched off with {@code cognito.enabled=false}.
     *
     * @throws IllegalStateException when this application has no CDI container: nothing of ours runs then, and the
     *     application must not run either
     */
    static Optional<CognitoSettings> find() {
        Instance<CognitoSettings> settings = CDI.current().select(CognitoSettings.class);
        return settings.isUnsatisfied() ? Optional.empty() : Optional.of(settings.get());
    }
}
