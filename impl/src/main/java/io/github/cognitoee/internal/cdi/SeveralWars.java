package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.store.OwnIdentityStores;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;

/**
 * Whether other WARs of an EAR bring the library too, and what has to be kept apart then. Filled by the container's threads
 * during discovery.
 */
final class SeveralWars {

    private final OwnModule own;
    private final BeansOfType<IdentityStore> identityStores = new BeansOfType<>(IdentityStore.class);
    private volatile boolean copySeen;
    private volatile boolean storeBesideSeen;
    private volatile boolean handlerSeen;

    SeveralWars(OwnModule own) {
        this.own = own;
    }

    /** Notes a class of which there may be a bean. */
    void collectClass(Class<?> type) {
        if (own.isInCopy(type)) {
            copySeen = true;
        }
        boolean ours = own.has(type);
        if (ours && IdentityStoreHandler.class.isAssignableFrom(type)) {
            handlerSeen = true;
        }
        if (!ours && IdentityStore.class.isAssignableFrom(type)) {
            storeBesideSeen = true;
        }
    }

    /**
     * Notes a bean of the own WAR.
     *
     * @param made by an extension, a server's of a definition for one: of which WAR nobody can tell
     */
    void collect(Bean<?> bean, boolean made) {
        if (!made) {
            identityStores.collect(bean);
        }
    }

    /**
     * Whether the WAR needs an identity store handler that knows its own stores alone, and has none: the server's is one for the
     * EAR, and may know the stores of another WAR. Where beans are not kept apart, ours would be that WAR's too.
     */
    boolean needStoreHandler() {
        return (copySeen || (storeBesideSeen && own.isKeptApart())) && !handlerSeen;
    }

    /** What to say where beans of one WAR would be those of another too. */
    Optional<CognitoConfigurationException> problem() {
        return copySeen && !own.isKeptApart()
                ? Optional.of(Problem.SEVERAL_WARS.exception(
                        "another WAR of this EAR brings Cognito EE as well, and CDI on this server does not keep the beans of"
                                + " two WARs apart; deploy the WARs as applications of their own"))
                : Optional.empty();
    }

    OwnIdentityStores identityStores(BeanManager container) {
        return new OwnIdentityStores(identityStores.in(container));
    }
}
