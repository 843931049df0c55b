package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller whom a thread serves just now, as a container would know it. */
final class CallerOfThread extends CurrentCaller {

    private final ThreadLocal<@Nullable CognitoCallerPrincipal> served = new ThreadLocal<>();

    void serve(CognitoCallerPrincipal caller) {
        served.set(caller);
    }

    @Override
    public Optional<CognitoCallerPrincipal> find() {
        return Optional.ofNullable(served.get());
    }

    /** No request of a container. */
    @Override
    public Optional<ServedRequest> request() {
        return Optional.empty();
    }
}
