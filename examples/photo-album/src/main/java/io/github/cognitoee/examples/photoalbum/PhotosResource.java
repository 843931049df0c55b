package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The caller's own pictures. */
@Path("photos")
@RolesAllowed("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PhotosResource {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    @Inject
    Album album;

    @Inject
    Publications publications;

    @Inject
    CognitoSession session;

    @GET
    public PhotoPage list(@QueryParam("after") String after) {
        try {
            return album.list(Optional.ofNullable(after));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, e.getMessage()).toException();
        }
    }

    /**
     * Takes the picture as the raw body; its type is what the bytes say, and the header has to agree.
     *
     * @param title what to call it; without one the file name serves
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @QueryParam("name") String name,
            @QueryParam("title") String title,
            @Context SecurityContext security,
            @Context UriInfo uri)
            throws IOException {
        ImageType type = ImageType.ofContentType(contentType)
                .orElseThrow(() -> new Problem(415, "Send one of " + ImageType.allContentTypes() + ".").toException());
        byte[] picture = body.readNBytes(MAX_BYTES + 1);
        if (picture.length > MAX_BYTES) {
            throw new Problem(413, "The picture is larger than 10 MiB.").toException();
        }
        if (!type.matches(picture)) {
            throw new Problem(415, "The body is not " + type.contentType() + ".").toException();
        }
        Photo added = album.add(new NewPhoto(
                type,
                picture,
                Optional.ofNullable(name).map(FileName::new),
                Optional.ofNullable(title).filter(given -> !given.isBlank()).map(Title::new),
                security.getUserPrincipal().getName()));
        return Response.created(uri.getAbsolutePathBuilder().path(added.id()).build())
                .entity(added)
                .build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") String id, @Context Request request) {
        Photo photo = album.find(id).orElseThrow(PhotosResource::notFound);
        EntityTag tag = new EntityTag(photo.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : picture(photo))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, caching())
                .header(HttpHeaders.VARY, "Authorization, X-Cognito-Id-Token")
                .build();
    }

    private Response.ResponseBuilder picture(Photo photo) {
        ResponseInputStream<GetObjectResponse> picture = album.open(photo).orElseThrow(PhotosResource::notFound);
        return Response.ok(picture, photo.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, photo.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(photo.name()).asAttachment());
    }

    /** A browser has to ask each time, lest it show a picture to whoever sits there when its owner has signed out. */
    private String caching() {
        return session.tokens().isPresent() ? "private, no-cache" : "private, max-age=3600";
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        if (!album.remove(id)) {
            throw notFound();
        }
    }

    /** Shows the picture to everybody, in the {@linkplain GalleryResource gallery}. */
    @PUT
    @Path("{id}/publication")
    public Photo publish(@PathParam("id") String id) {
        return publications.publish(id).orElseThrow(PhotosResource::notFound);
    }

    @DELETE
    @Path("{id}/publication")
    public void withdraw(@PathParam("id") String id) {
        if (!publications.withdraw(id)) {
            throw notFound();
        }
    }

    /** Another owner's picture is as unknown as one that never was. */
    private static WebApplicationException notFound() {
        return new Problem(404, "You have no such picture.").toException();
    }
}
