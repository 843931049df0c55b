package io.github.cognitoee.it.roles;

import io.github.cognitoee.CognitoCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.security.Principal;
import java.util.TreeSet;

/** The caller, as each of the platform's APIs and {@link CognitoCaller} tell it: lines of {@code key=value}. */
@Path("me")
@PermitAll
@RequestScoped
public class MeResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    private SecurityContext security;

    @Context
    private jakarta.ws.rs.core.SecurityContext rest;

    @Context
    private HttpServletRequest request;

    @EJB
    private CallerBean ejb;

    @GET
    public String caller() {
        return """
                anonymous=%s
                issuer=%s
                sub=%s
                username=%s
                groups=%s
                """
                .formatted(
                        caller.isAnonymous(),
                        caller.issuer().orElse(""),
                        caller.sub().orElse(""),
                        caller.username().orElse(""),
                        String.join(",", new TreeSet<>(caller.groups())));
    }

    @GET
    @Path("name")
    public String name() {
        return """
                rest=%s
                servlet=%s
                security=%s
                ejb=%s
                """
                .formatted(
                        nameOf(rest.getUserPrincipal()),
                        nameOf(request.getUserPrincipal()),
                        nameOf(security.getCallerPrincipal()),
                        ejb.name());
    }

    @GET
    @Path("in-role/{role}")
    public String inRole(@PathParam("role") String role) {
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

    private static String nameOf(Principal principal) {
        return principal == null ? "" : principal.getName();
    }
}
