package io.github.cognitoee.examples.photoalbum;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The pictures that everybody sees, signed in or not. */
@Path("gallery")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class GalleryResource {

    /** So long a picture that was withdrawn may still be seen by who has seen it before. */
    private static final String CACHING = "public, max-age=60";

    @Inject
    Gallery gallery;

    @Inject
    Publications publications;

    @GET
    public GalleryPage list(@QueryParam("after") String after, @Context SecurityContext security) {
        try {
            GalleryIndex.Page page = gallery.list(Optional.ofNullable(after), Instant.now());
            return new GalleryPage(page.photos(), page.next().orElse(null), security.isUserInRole("admins"));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, e.getMessage()).toException();
        }
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("id") String id, @Context Request request) {
        GalleryIndex.Item item = gallery.find(id).orElseThrow(GalleryResource::notFound);
        EntityTag tag = new EntityTag(item.copy().id());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : picture(item.copy()))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    private Response.ResponseBuilder picture(PublicCopy copy) {
        ResponseInputStream<GetObjectResponse> picture = gallery.open(copy).orElseThrow(GalleryResource::notFound);
        return Response.ok(picture, copy.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, picture.response().contentLength());
    }

    /** Withdraws a picture, whosever it is; owners withdraw theirs by {@link PhotosResource}. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("admins")
    public void withdraw(@PathParam("id") String id) {
        if (!publications.withdrawAnybodys(id)) {
            throw notFound();
        }
    }

    private static WebApplicationException notFound() {
        return new Problem(404, "There is no such picture in the gallery.").toException();
    }
}
