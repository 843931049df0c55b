package io.github.cognitoee.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoSigned;
import jakarta.ws.rs.core.Feature;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.junit.jupiter.api.Test;

class SignedRestClientsTest {

    @CognitoSigned(service = "execute-api")
    private interface Orders {}

    private interface Weather {}

    private final List<String> calls = new ArrayList<>();
    private final Feature feature = new Feature() {
        @Override
        public boolean configure(jakarta.ws.rs.core.FeatureContext context) {
            return true;
        }

        @Override
        public String toString() {
            return "feature";
        }
    };

    private final RestClientBuilder builder = (RestClientBuilder) Proxy.newProxyInstance(
            SignedRestClientsTest.class.getClassLoader(),
            new Class<?>[] {RestClientBuilder.class},
            (proxy, method, arguments) -> {
                calls.add(method.getName() + " " + arguments[0]);
                return proxy;
            });

    private final SignedRestClients listener = new SignedRestClients((annotation, place) -> {
        calls.add("feature for " + annotation.service() + " of " + place);
        return feature;
    });

    @Test
    void annotatedInterfaceIsSignedAndFollowsNoRedirects() {
        listener.onNewClient(Orders.class, builder);

        assertThat(calls)
                .containsExactly(
                        "followRedirects false", "feature for execute-api of " + Orders.class, "register feature");
    }

    @Test
    void otherInterfacesAreLeftAlone() {
        listener.onNewClient(Weather.class, builder);

        assertThat(calls).isEmpty();
    }

    @Test
    void microProfileRestClientFindsIt() {
        assertThat(ServiceLoader.load(RestClientListener.class)).hasAtLeastOneElementOfType(SignedRestClients.class);
    }
}
