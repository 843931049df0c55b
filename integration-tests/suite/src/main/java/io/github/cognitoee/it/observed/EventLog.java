package io.github.cognitoee.it.observed;

import io.github.cognitoee.event.CognitoEvent;
import io.github.cognitoee.event.TokenAccepted;
import io.github.cognitoee.event.TokenRejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down every event, each as one line that begins with how it came. */
@ApplicationScoped
public class EventLog {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Inject
    private HttpServletRequest request;

    void waitedFor(@Observes CognitoEvent event) {
        lines.add("sync " + line(event));
    }

    void later(@ObservesAsync CognitoEvent event) {
        lines.add("async " + line(event));
    }

    /** A refusal is observed on the thread of the request that was refused. */
    void where(@Observes TokenRejected event) {
        lines.add("at " + request.getRequestURI() + " " + event.reason());
    }

    /** An observer with a bug. */
    void fail(@ObservesAsync TokenAccepted event) {
        throw new IllegalStateException("a bug of an asynchronous observer");
    }

    private static String line(CognitoEvent event) {
        String what = event.fold(
                accepted -> "accepted " + accepted.subject() + " " + accepted.clientId(),
                rejected -> "rejected " + rejected.reason(),
                issued -> "issued " + issued.subject() + " " + issued.identityId(),
                unavailable -> "unavailable " + unavailable.userPoolId() + " " + unavailable.failuresInARow());
        return what + " " + event;
    }

    List<String> lines() {
        return lines;
    }
}
