package io.github.cognitoee.examples.photoalbum;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** What only administrators see. Whether their role may read everyone's entries is DynamoDB's decision, not ours. */
@Path("admin")
@RolesAllowed("admins")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AdminResource {

    @Inject
    Statistics statistics;

    @GET
    @Path("stats")
    public AlbumStats stats() {
        return statistics.stats(Instant.now());
    }
}
