package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoSigned;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Signs the requests of MicroProfile REST Client interfaces that carry {@link CognitoSigned}. Found through {@code
 * META-INF/services} where the server has MicroProfile REST Client.
 */
public final class SignedRestClients implements RestClientListener {

    private final BiFunction<CognitoSigned, Object, Feature> features;

    /** For MicroProfile REST Client. */
    public SignedRestClients() {
        this((annotation, client) ->
                CDI.current().select(SignedFeatureProducer.class).get().feature(annotation, client));
    }

    /** @param features makes one of an annotation and the place where it stands */
    SignedRestClients(BiFunction<CognitoSigned, Object, Feature> features) {
        this.features = features;
    }

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        CognitoSigned annotation = client.getAnnotation(CognitoSigned.class);
        if (annotation != null) {
            builder.followRedirects(false).register(features.apply(annotation, client));
        }
    }
}
