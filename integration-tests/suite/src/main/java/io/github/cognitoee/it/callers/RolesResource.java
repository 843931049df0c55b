package io.github.cognitoee.it.callers;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Asks each of the platform's APIs for a role: lines of {@code key=value}. */
@Path("roles")
@RequestScoped
public class RolesResource {

    @Inject
    private SecurityContext security;

    @Context
    private jakarta.ws.rs.core.SecurityContext rest;

    @Context
    private HttpServletRequest request;

    @EJB
    private RolesBean ejb;

    @GET
    @Path("keepers")
    @RolesAllowed("keeper")
    public String keepers() {
        return "for keepers, " + ejb.keepers();
    }

    @GET
    @Path("readers")
    @RolesAllowed("SCOPE_photos/read")
    public String readers() {
        return "for readers";
    }

    /** The name of the group, which is mapped to others. */
    @GET
    @Path("zoo")
    @RolesAllowed("zoo")
    public String zoo() {
        return "for zoo";
    }

    @GET
    @Path("held/{role}")
    @PermitAll
    public String held(@PathParam("role") String role) {
        return """
                rest=%s
                servlet=%s
                security=%s
                ejb=%s
                """
                .formatted(
                        rest.isUserInRole(role),
                        request.isUserInRole(role),
                        security.isCallerInRole(role),
                        ejb.isInRole(role));
    }
}
