package io.github.cognitoee.internal.caller;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client, and the caller that the mechanism found in it. Kept as an attribute of the request, so that all
 * of its dispatches share it.
 */
public final class ServedRequest {

    private static final String ATTRIBUTE = ServedRequest.class.getName();

    private volatile @Nullable CognitoCallerPrincipal caller;

    private ServedRequest() {}

    public static ServedRequest of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ServedRequest served) {
            return served;
        }
        ServedRequest served = new ServedRequest();
        request.setAttribute(ATTRIBUTE, served);
        return served;
    }

    public void signedIn(CognitoCallerPrincipal signedIn) {
        caller = signedIn;
    }

    public void signedOut() {
        caller().ifPresent(CognitoCallerPrincipal::signOut);
    }

    Optional<CognitoCallerPrincipal> caller() {
        return Optional.ofNullable(caller);
    }

    @Override
    public String toString() {
        return "ServedRequest";
    }
}
