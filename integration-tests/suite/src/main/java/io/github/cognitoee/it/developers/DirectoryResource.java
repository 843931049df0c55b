package io.github.cognitoee.it.developers;

import io.github.cognitoee.CognitoDeveloperIdentities;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;

/** What an administrator of the application asks. Open to all. */
@Path("users")
@RequestScoped
public class DirectoryResource {

    @Inject
    private CognitoDeveloperIdentities identities;

    @GET
    public String usersOf(@QueryParam("identity") String identityId) {
        return IdentityResource.orRefusal(
                () -> identities.usersOf(identityId).sorted().collect(Collectors.joining(" ")));
    }

    @GET
    @Path("identity")
    public String identityIdOf(@QueryParam("user") String user) {
        return IdentityResource.orRefusal(() -> identities.identityIdOf(user).orElse("none"));
    }

    @POST
    @Path("merge")
    public String merge(@QueryParam("user") String user, @QueryParam("into") String into) {
        return IdentityResource.orRefusal(() -> identities.merge(user, into));
    }

    @DELETE
    public String unlink(@QueryParam("identity") String identityId, @QueryParam("user") String user) {
        return IdentityResource.orRefusal(() -> {
            identities.unlink(identityId, user);
            return "unlinked";
        });
    }

    @DELETE
    @Path("own")
    public String unlinkFromCaller(@QueryParam("provider") String provider) {
        return IdentityResource.orRefusal(() -> {
            identities.unlinkFromCaller(List.of(provider));
            return "unlinked";
        });
    }
}
