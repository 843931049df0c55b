package io.github.cognitoee.it.form;

import io.github.cognitoee.CognitoSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** What a session that began at a form is good for. */
@Path("notes")
@RequestScoped
public class NotesResource {

    @Inject
    private CognitoSession session;

    @Context
    private SecurityContext security;

    @GET
    @RolesAllowed("users")
    public String get() {
        return "caller=" + security.getUserPrincipal().getName() + "\nsession="
                + session.tokens().isPresent() + "\n";
    }

    @POST
    @Path("refresh")
    @RolesAllowed("users")
    public String refresh() {
        String before = session.tokens().orElseThrow().idToken();
        boolean renewed = session.refresh();
        return "renewed="
                + (renewed && !before.equals(session.tokens().orElseThrow().idToken()));
    }
}
