package io.github.cognitoee.it.signedclients;

import io.github.cognitoee.CognitoSigned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API; its address is {@code orders/mp-rest/url} of MicroProfile Config. */
@RegisterRestClient(configKey = "orders")
@CognitoSigned(service = "execute-api")
@Path("orders")
public interface Orders {

    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    String read(@PathParam("number") String number, @QueryParam("with") String with);

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    String write(String order);
}
