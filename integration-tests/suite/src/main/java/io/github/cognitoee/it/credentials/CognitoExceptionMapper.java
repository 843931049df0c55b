package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 409 with the exception's type and message. */
@Provider
public class CognitoExceptionMapper implements ExceptionMapper<CognitoException> {

    @Override
    public Response toResponse(CognitoException exception) {
        return Response.status(Status.CONFLICT)
                .type(MediaType.TEXT_PLAIN)
                .entity(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                .build();
    }
}
