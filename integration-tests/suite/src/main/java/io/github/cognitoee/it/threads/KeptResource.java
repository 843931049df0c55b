package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.concurrent.atomic.AtomicReference;

/** The mistake of keeping a captured identity where all requests find it. */
@Path("kept")
@ApplicationScoped
public class KeptResource {

    private record Kept(CognitoIdentity captured, String own) {}

    private final AtomicReference<Kept> kept = new AtomicReference<>();

    @Inject
    private Threads threads;

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("keep")
    public String keep() {
        kept.set(new Kept(identity.captured(), identity.identityId()));
        return "kept";
    }

    @GET
    @Path("keep-and-sign-out")
    public String keepAndSignOut() throws ServletException {
        keep();
        request.logout();
        return use();
    }

    @GET
    @Path("use")
    public String use() {
        return Testimony.of(caller, kept.get().captured(), kept.get().own());
    }

    @GET
    @Path("use-beside")
    public String useBesideTheRequest() {
        Kept found = kept.get();
        return threads.ask("own", () -> Testimony.of(caller, found.captured(), found.own()))
                .join();
    }
}
