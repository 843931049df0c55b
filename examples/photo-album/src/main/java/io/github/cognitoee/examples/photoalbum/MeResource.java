package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdTokenRequiredException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import software.amazon.awssdk.services.sts.StsClient;

/** Who is calling, for this application and for AWS. */
@Path("me")
@RolesAllowed("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeResource {

    @Inject
    CognitoCaller caller;

    @Inject
    CognitoIdentity identity;

    @Inject
    JsonWebToken token;

    @Inject
    StsClient sts;

    @GET
    public Me me(@Context SecurityContext security) {
        String name = security.getUserPrincipal().getName();
        SortedSet<String> groups = new TreeSet<>(caller.groups());
        try {
            String identityId = identity.identityId();
            return new Me(name, groups, identityId, sts.getCallerIdentity().arn(), null);
        } catch (IdTokenRequiredException accessTokenAlone) {
            return new Me(name, groups, null, null, accessTokenAlone.getMessage());
        }
    }

    @GET
    @Path("profile")
    public Profile profile(@Context SecurityContext security) {
        Me me = me(security);
        return new Profile(
                me,
                caller.email().orElse(null),
                caller.authenticatedAt().orElse(null),
                me.identityId() == null ? null : identity.expiresAt(),
                me.identityId() == null ? null : identity.role(),
                claims());
    }

    /** What the token says, without the token, which MicroProfile JWT counts among its claims. */
    private SortedMap<String, Object> claims() {
        SortedMap<String, Object> claims = new TreeMap<>();
        token.getClaimNames().stream()
                .filter(name -> !name.equals(Claims.raw_token.name()))
                .forEach(name -> claims.put(name, token.getClaim(name)));
        return claims;
    }
}
