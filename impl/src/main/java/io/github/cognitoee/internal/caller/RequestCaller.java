package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the request scope of CDI stands for, written down by the mechanism. Stays blank in scopes that serve no request of
 * a client, as servers make them for background work.
 */
@RequestScoped
public class RequestCaller {

    private @Nullable ServedRequest request;

    public void serve(ServedRequest request) {
        this.request = request;
    }

    Optional<ServedRequest> request() {
        return Optional.ofNullable(request);
    }
}
