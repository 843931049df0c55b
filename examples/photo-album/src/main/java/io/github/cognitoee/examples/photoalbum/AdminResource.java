package io.github.cognitoee.examples.photoalbum;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What only administrators see. Their role may list the whole bucket; that is S3's decision, not ours. */
@Path("admin")
@RolesAllowed("admins")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AdminResource {

    @Inject
    S3Client s3;

    @GET
    @Path("stats")
    public AlbumStats stats() {
        long photos = 0;
        long bytes = 0;
        Set<String> owners = new HashSet<>();
        for (S3Object object : s3.listObjectsV2Paginator(list -> list.bucket(Setting.BUCKET.value()))
                .contents()) {
            photos++;
            bytes += object.size();
            owners.add(object.key().split("/", 2)[0]);
        }
        return new AlbumStats(photos, bytes, owners.size());
    }
}
