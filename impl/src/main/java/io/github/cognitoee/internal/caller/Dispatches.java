package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The requests that threads serve in an asynchronous dispatch, in which Payara has no request scope active. Bound to the
 * very thread, and only while it serves.
 */
@ApplicationScoped
public class Dispatches {

    private final ThreadLocal<ServedRequest> current = new ThreadLocal<>();

    public void begin(ServedRequest request) {
        current.set(request);
    }

    public void end() {
        current.remove();
    }

    Optional<ServedRequest> current() {
        return Optional.ofNullable(current.get());
    }
}
