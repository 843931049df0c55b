package io.github.cognitoee.internal.server;

import io.github.cognitoee.InsufficientAuthenticationException;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers what a guarded bean refused. An application's own mapper for the same exception comes first. */
@Priority(Priorities.USER + 1_000)
public class InsufficientAuthenticationMapper implements ExceptionMapper<InsufficientAuthenticationException> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(InsufficientAuthenticationException refused) {
        return RequirementCheck.find().answer(refused, request).asResponse();
    }
}
