package io.github.cognitoee.emulator;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one port: tells requests apart by {@code X-Amz-Target}, by the form parameter {@code Action}, by path. */
final class HttpFront {

    static final String HOST = "127.0.0.1";

    /** By which browsers and OAuth clients know the same address, so that nobody takes the API's host for the domain's. */
    static final String DOMAIN_HOST = "localhost";

    private static final Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int LARGEST_BODY = 256 * 1024;
    private static final long MOST_DRAINED = 4L * 1024 * 1024;
    private static final int THREADS = 32;
    private static final String PURPOSE = "for development and tests only";

    private final List<RouteGroup> paths;
    private final JsonProtocol json;
    private final QueryProtocol query;
    private final RequestCounts counts;
    private final Runnable afterEach;

    /**
     * @param paths all but the one where operations are called
     * @param afterEach what is done when a request was answered, whatever it was
     */
    HttpFront(
            List<RouteGroup> paths, JsonProtocol json, QueryProtocol query, RequestCounts counts, Runnable afterEach) {
        this.paths = List.copyOf(paths);
        this.json = json;
        this.query = query;
        this.counts = counts;
        this.afterEach = afterEach;
    }

    /** @throws UncheckedIOException if the port is in use */
    Javalin start(int port) {
        Javalin javalin = Javalin.create(this::configure);
        try {
            return javalin.start(HOST, port);
        } catch (JavalinBindException e) {
            javalin.stop();
            throw new UncheckedIOException(new BindException("port " + port + " of " + HOST + " is in use"));
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.threadPool = daemonThreads();
        config.routes.before(context -> context.header("X-Cognito-Emulator", PURPOSE));
        config.routes.after(context -> afterEach.run());
        paths.forEach(group -> group.addTo(config.routes));
        config.routes.get("/", this::home);
        config.routes.post("/", this::call);
        config.routes.exception(HttpResponseException.class, this::refusedByServer);
        config.routes.exception(Exception.class, HttpFront::failed);
    }

    private void call(Context context) {
        if (context.header(JsonProtocol.TARGET) != null) {
            json.handle(context);
            return;
        }
        List<String> actions = context.formParams("Action");
        if (actions.size() == 1) {
            query.handle(context, actions.get(0));
            return;
        }
        counts.add("other");
        JsonProtocol.refuse(
                context,
                ServiceException.of(
                        "UnknownOperationException", "Neither a header X-Amz-Target nor a form parameter Action."));
    }

    private void home(Context context) {
        counts.add("other");
        context.contentType("text/plain")
                .result("This is the emulator of Cognito EE, " + PURPOSE + ". It protects nothing.\n");
    }

    private void refusedByServer(HttpResponseException e, Context context) {
        if (e.getStatus() == 404 || e.getStatus() == 405) {
            counts.add("other");
        }
        if (e.getStatus() == 413) {
            drain(context);
        }
        JsonProtocol.refuse(
                context,
                switch (e.getStatus()) {
                    case 404, 405 -> ServiceException.of(
                            "ResourceNotFoundException",
                            e.getStatus(),
                            "The emulator has no " + context.req().getMethod() + " " + context.path());
                    case 413 -> ServiceException.of(
                            "RequestEntityTooLargeException", 413, "The body exceeds " + LARGEST_BODY + " bytes.");
                    default -> ServiceException.of("BadRequestException", e.getStatus(), "The request is malformed.");
                });
    }

    /** Reads on for a while: a client that is still sending might find the connection reset, and no answer. */
    private static void drain(Context context) {
        try {
            context.req().getInputStream().skipNBytes(MOST_DRAINED);
        } catch (IOException e) {
            // all of it has been read, or nobody is there any more
        }
    }

    private static void failed(Exception e, Context context) {
        LOG.log(Level.ERROR, "The emulator failed to answer " + context.req().getMethod() + " " + context.path(), e);
        JsonProtocol.refuse(
                context, ServiceException.of("InternalErrorException", 500, "The emulator failed, see its log."));
    }

    /** Daemons, so that an emulator that nobody closed does not keep a test run alive. */
    private static QueuedThreadPool daemonThreads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        threads.setName("cognito-emulator");
        return threads;
    }
}
