package io.github.cognitoee.it.roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;

/** A sub-resource, reached by the locator in {@link AlbumsResource} only. */
@RolesAllowed("admins")
public class AlbumResource {

    private final String album;

    AlbumResource(String album) {
        this.album = album;
    }

    @GET
    public String photos() {
        return "photos of " + album;
    }
}
