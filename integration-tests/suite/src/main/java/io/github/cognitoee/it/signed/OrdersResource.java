package io.github.cognitoee.it.signed;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoSigned;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Passes calls on to the API, and its answers back: 409 with the type and message where nothing was sent. */
@Path("orders")
@RequestScoped
public class OrdersResource {

    private static final int CONFLICT = 409;

    @Inject
    private OrdersApi api;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("identity")
    public String identity() {
        return identity.identityId();
    }

    @GET
    @Path("of/{name}")
    public Response read(@PathParam("name") String name) {
        return answer(() -> api.asCaller()
                .path("{name}")
                .resolveTemplate("name", name)
                .queryParam("with", "a b+c&d/\u00e9")
                .queryParam("empty", "")
                .request()
                .get());
    }

    @GET
    @Path("guests")
    public Response readAsGuest() {
        return answer(() -> api.asGuest().path("7").request().get());
    }

    @GET
    @Path("written/{size}")
    public Response write(@PathParam("size") int size) {
        return answer(() -> api.asCaller().request().post(Entity.json("\"" + "\u00e9".repeat(size) + "\"")));
    }

    @DELETE
    @Path("of/{name}")
    public Response delete(@PathParam("name") String name) {
        return answer(() -> api.asCaller().path(name).request().delete());
    }

    /** As an application does that passes its own caller's token on. */
    @GET
    @Path("passed")
    public Response pass(@HeaderParam("Authorization") String authorization) {
        return answer(() ->
                api.asCaller().request().header("Authorization", authorization).get());
    }

    @GET
    @Path("elsewhere")
    public Response readElsewhere() {
        return answer(() -> joined(api.asCaller().path("7").request().rx().get()));
    }

    @GET
    @Path("captured")
    public Response readElsewhereCaptured() {
        return answer(() -> joined(api.asCaller()
                .path("7")
                .request()
                .property(CognitoSigned.IDENTITY, identity.captured())
                .rx()
                .post(Entity.text("from another thread"))));
    }

    private static Response joined(CompletionStage<Response> answer) {
        return answer.toCompletableFuture().join();
    }

    private static Response answer(Callable<Response> call) {
        try (Response answer = call.call()) {
            return Response.status(answer.getStatus())
                    .type(MediaType.TEXT_PLAIN)
                    .entity(answer.readEntity(String.class))
                    .build();
        } catch (Exception e) {
            return Response.status(CONFLICT)
                    .type(MediaType.TEXT_PLAIN)
                    .entity(told(e))
                    .build();
        }
    }

    private static String told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CognitoException) {
                return cause.getClass().getSimpleName() + ": " + cause.getMessage();
            }
        }
        return failure.toString();
    }
}
