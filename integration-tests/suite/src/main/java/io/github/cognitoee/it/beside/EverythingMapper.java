package io.github.cognitoee.it.beside;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** As applications have it: whatever went wrong is a 500 of the house's own form. */
@Provider
public class EverythingMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable exception) {
        return Response.serverError().entity("mapped Throwable").build();
    }
}
