package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Asks for the caller's credentials on other threads: as injected, and captured in the request. */
@Path("threads/{kind}")
@ApplicationScoped
public class ThreadsResource {

    @Inject
    private Threads threads;

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("injected")
    public String injected(@PathParam("kind") String kind) {
        String own = caller.isAnonymous() ? "" : identity.identityId();
        return threads.ask(kind, () -> Testimony.of(caller, identity, own)).join();
    }

    @GET
    @Path("captured")
    public String captured(@PathParam("kind") String kind) {
        String own = identity.identityId();
        CognitoIdentity captured = identity.captured();
        return threads.ask(kind, () -> Testimony.of(caller, captured, own)).join();
    }
}
