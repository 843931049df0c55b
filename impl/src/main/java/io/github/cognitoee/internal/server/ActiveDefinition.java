package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.session.ManagedLogins;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Finds the definition of the running application, for objects that the server creates outside of CDI. */
final class ActiveDefinition {

    private ActiveDefinition() {}

    /**
     * The settings of this application; empty where {@code cognito.enabled=false} switches the library off.
     *
     * @throws IllegalStateException when this application has no CDI container, or one without our beans: nothing of
     *     ours runs then, and the application must not run either
     */
    static Optional<CognitoSettings> find() {
        CDI<Object> cdi = CDI.current();
        return cdi.select(Activation.class).get().active()
                ? Optional.of(cdi.select(CognitoSettings.class).get())
                : Optional.empty();
    }

    /** What callers are told who may not pass. */
    static Entrance entrance() {
        return find().map(active -> new Entrance(
                        Challenge.SIGN_IN,
                        CDI.current().select(ManagedLogins.class).get(),
                        active.protectedResource()))
                .orElseGet(
                        () -> new Entrance(Challenge.FORBIDDEN, new ManagedLogins(Optional.empty()), Optional.empty()));
    }
}
