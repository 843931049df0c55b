package io.github.cognitoee.it.signed;

import io.github.cognitoee.CognitoSigned;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Feature;

/** One client for all callers, and one for all guests. */
@ApplicationScoped
public class OrdersApi {

    private static final String API = "/execute-api/a1b2c3d4e5/prod/orders";

    private Client callers;
    private Client guests;

    protected OrdersApi() {}

    @Inject
    OrdersApi(
            @CognitoSigned(service = "execute-api", maxBodySize = 100_000) Feature signed,
            @CognitoSigned(service = "execute-api", region = "eu-west-1", guest = true) Feature signedByGuests) {
        callers = ClientBuilder.newBuilder().register(signed).build();
        guests = ClientBuilder.newBuilder().register(signedByGuests).build();
    }

    WebTarget asCaller() {
        return callers.target(System.getProperty("cognito.endpoint") + API);
    }

    WebTarget asGuest() {
        return guests.target(System.getProperty("cognito.endpoint") + API);
    }

    @PreDestroy
    void close() {
        callers.close();
        guests.close();
    }
}
