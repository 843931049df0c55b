package io.github.cognitoee.it.signedclients;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Passes calls on to the API, and its answers back; the type of the exception where nothing was sent. */
@Path("orders")
@RequestScoped
public class OrdersResource {

    @Inject
    @RestClient
    private Orders orders;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("identity")
    public String identity() {
        return identity.identityId();
    }

    @GET
    @Path("of/{number}")
    public String read(@PathParam("number") String number) {
        return answer(() -> orders.read(number, "a b+c&d/\u00e9"));
    }

    @GET
    @Path("written")
    public String write() {
        return answer(() -> orders.write("two of \u00e9"));
    }

    private static String answer(Supplier<String> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CognitoException) {
                    return cause.getClass().getSimpleName();
                }
            }
            throw e;
        }
    }
}
