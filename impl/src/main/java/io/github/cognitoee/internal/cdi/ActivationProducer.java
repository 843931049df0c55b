package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.Activation;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tells those outside of CDI whether the library is switched on: a missing bean must not be taken for "off". */
@Dependent
class ActivationProducer {

    @Produces
    @Singleton
    Activation activation(CognitoExtension extension) {
        return extension.activation();
    }
}
