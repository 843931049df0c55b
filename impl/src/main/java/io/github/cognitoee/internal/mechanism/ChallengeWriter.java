package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.config.ProtectedResource;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Answers a request with a challenge. Headers, then {@code sendError}, then {@code SEND_CONTINUE}: the one form that
 * every server respects, on protected and on open paths.
 */
public final class ChallengeWriter {

    private final Optional<ProtectedResource> resource;

    /** @param resource whose metadata each challenge points to, where it publishes them */
    ChallengeWriter(Optional<ProtectedResource> resource) {
        this.resource = resource;
    }

    AuthenticationStatus refuse(HttpMessageContext context, Challenge bare) {
        Challenge challenge = bare.pointingTo(resource);
        RequestOutcome.refuse(context.getRequest(), challenge);
        HttpServletResponse response = context.getResponse();
        // a second call for the same request finds the first call's answer on its way
        if (!response.isCommitted()) {
            try {
                send(response, challenge);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** Answers with a challenge where no mechanism is at work. */
    public static void send(HttpServletResponse response, Challenge challenge) throws IOException {
        challenge.headers().forEach(response::setHeader);
        challenge.alternative().ifPresent(line -> response.addHeader("WWW-Authenticate", line));
        response.sendError(challenge.status());
    }
}
