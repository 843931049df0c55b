package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** Asks for the caller on threads that serve no request: of the application's own, plain or fork-join, and the server's. */
@Path("threads")
@ApplicationScoped
public class ThreadsResource {

    private final ExecutorService ownThread = Executors.newSingleThreadExecutor();
    private final ForkJoinPool forkJoinPool = new ForkJoinPool(1);

    @Resource
    private ManagedExecutorService managedExecutor;

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("{kind}")
    public String seenThere(@PathParam("kind") String kind) throws ExecutionException, InterruptedException {
        ExecutorService executor =
                switch (kind) {
                    case "own" -> ownThread;
                    case "managed" -> managedExecutor;
                    case "fork-join" -> forkJoinPool; // not the common one, whose tasks a waiting request runs itself
                    default -> throw new IllegalArgumentException(kind);
                };
        return CompletableFuture.supplyAsync(this::seen, executor).get();
    }

    private String seen() {
        return caller.username().orElse("nobody") + ", " + identityId();
    }

    private String identityId() {
        try {
            return identity.identityId();
        } catch (CognitoException e) {
            return e.getClass().getSimpleName();
        }
    }

    @PreDestroy
    void close() {
        ownThread.shutdown();
        forkJoinPool.shutdown();
    }
}
