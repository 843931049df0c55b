package io.github.cognitoee.examples.photoalbum;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The body of every error that this application itself answers. */
public record Problem(int status, String message) {

    /** The answer, still open for more headers. */
    Response.ResponseBuilder toResponse() {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
    }

    WebApplicationException toException() {
        return new WebApplicationException(message, toResponse().build());
    }
}
