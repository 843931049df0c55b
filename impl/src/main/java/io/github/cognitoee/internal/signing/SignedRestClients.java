package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoSigned;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Signs the requests of MicroProfile REST Client interfaces that carry {@link CognitoSigned}. Found through {@code
 * META-INF/services} where the server has MicroProfile REST Client.
 */
public final class SignedRestClients implements RestClientListener {

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        CognitoSigned annotation = client.getAnnotation(CognitoSigned.class);
        if (annotation != null) {
            builder.followRedirects(false)
                    .register(CDI.current()
                            .select(SignedFeatureProducer.class)
                            .get()
                            .feature(annotation, client));
        }
    }
}
