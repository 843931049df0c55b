package io.github.cognitoee.it.roles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** An open REST resource whose locator leads to a guarded sub-resource. */
@Path("albums")
@RequestScoped
public class AlbumsResource {

    @Path("{album}")
    public AlbumResource album(@PathParam("album") String album) {
        return new AlbumResource(album);
    }
}
