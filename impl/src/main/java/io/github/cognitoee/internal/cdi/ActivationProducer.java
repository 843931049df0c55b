package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.identitypool.GuestUse;
import io.github.cognitoee.internal.server.BeanClasses;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Tells those outside of CDI whether the library is switched on, for a missing bean must not be taken for "off"; and what
 * beans there are, and whether guests are asked for.
 */
@Dependent
class ActivationProducer {

    @Produces
    @Singleton
    Activation activation(CognitoExtension extension) {
        return extension.activation();
    }

    @Produces
    @Singleton
    GuestUse guestUse(CognitoExtension extension) {
        return extension.guestUse();
    }

    @Produces
    @Singleton
    BeanClasses beanClasses(CognitoExtension extension) {
        return new BeanClasses(extension.beanClasses());
    }
}
