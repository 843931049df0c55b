package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Problem;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the application uses that takes settings to work, and where. Filled by the container's threads. */
final class UsedFeatures {

    private final Queue<Object> credentials = new ConcurrentLinkedQueue<>();
    private final Queue<InjectionPoint> developerIdentities = new ConcurrentLinkedQueue<>();
    private final Queue<InjectionPoint> userPool = new ConcurrentLinkedQueue<>();
    private volatile boolean guests;

    /** @param place an injection point or a class */
    void credentials(Object place) {
        credentials.add(place);
    }

    void guests() {
        guests = true;
    }

    boolean anyGuests() {
        return guests;
    }

    void developerIdentities(InjectionPoint place) {
        developerIdentities.add(place);
    }

    void userPool(InjectionPoint place) {
        userPool.add(place);
    }

    /**
     * Checks that the settings have what is used.
     *
     * @param developerUsers a bean that knows whom the application vouches for, if there is one
     * @throws CognitoConfigurationException for the first that they lack
     */
    void require(CognitoSettings settings, Optional<String> developerUsers) {
        requireIdentityPool(settings);
        requireDeveloperProvider(settings, developerUsers);
        requireSignInClient(settings);
    }

    private void requireIdentityPool(CognitoSettings settings) {
        if (settings.identityPool().isEmpty() && !credentials.isEmpty()) {
            throw Problem.NO_IDENTITY_POOL.exception(
                    credentials.peek() + " asks for credentials of an identity pool, but none is defined; add"
                            + " @CognitoIdentityPoolDefinition beside @CognitoAuthenticationMechanismDefinition, or set"
                            + " cognito.identity-pool.id");
        }
    }

    private void requireDeveloperProvider(CognitoSettings settings, Optional<String> developerUsers) {
        Optional<String> user = Optional.ofNullable(developerIdentities.peek())
                .map(InjectionPoint::toString)
                .or(() -> developerUsers);
        if (user.isPresent()
                && settings.identityPool()
                        .flatMap(IdentityPoolConfig::developer)
                        .isEmpty()) {
            throw Problem.NO_DEVELOPER_PROVIDER.exception(user.get()
                    + " is for an application that vouches for its callers at the identity pool, and this one does"
                    + " not; set cognito.identity-pool.developer.provider, or developer ="
                    + " @DeveloperIdentities(provider = ...) of @CognitoIdentityPoolDefinition");
        }
    }

    private void requireSignInClient(CognitoSettings settings) {
        if (settings.signIn().isEmpty() && !userPool.isEmpty()) {
            throw Problem.NO_SIGN_IN_CLIENT.exception(userPool.peek()
                    + " signs people in, and cognito.user-pool.client-ids names several app clients;"
                    + " set cognito.sign-in.client-id, or signIn = @SignIn(clientId = ...)");
        }
    }
}
