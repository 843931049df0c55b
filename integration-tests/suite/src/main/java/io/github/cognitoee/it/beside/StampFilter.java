package io.github.cognitoee.it.beside;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Tells whom it saw, before roles are asked for by anybody who waits for the priority of authorization. */
@Provider
@Stamped
@Priority(Priorities.AUTHORIZATION)
public class StampFilter implements ContainerRequestFilter, ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Principal caller = request.getSecurityContext().getUserPrincipal();
        request.setProperty("stamp", caller == null ? "nobody" : caller.getName());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Stamp", String.valueOf(request.getProperty("stamp")));
    }
}
