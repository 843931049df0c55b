package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of one request, written down by the mechanism that authenticated it. */
@RequestScoped
public class RequestCaller {

    private @Nullable CognitoCallerPrincipal caller;

    public void signedIn(CognitoCallerPrincipal caller) {
        this.caller = caller;
    }

    Optional<CognitoCallerPrincipal> caller() {
        return Optional.ofNullable(caller);
    }
}
