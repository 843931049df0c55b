package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.internal.mechanism.Challenge;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Answers 503 where a REST resource is left by what Cognito could not be asked for. A mapper of the application comes first, for
 * the same exception or one above it; only one for {@link Throwable} does not, as servers bring their own.
 */
@Priority(Priorities.USER + 1_000)
public class CognitoUnavailableMapper implements ExceptionMapper<CognitoUnavailableException> {

    private static final System.Logger LOG = System.getLogger(CognitoUnavailableMapper.class.getName());

    @Context
    private Providers providers;

    @Override
    public Response toResponse(CognitoUnavailableException unavailable) {
        Optional<ExceptionMapper<CognitoException>> ofApplication = ofApplication(providers);
        if (ofApplication.isPresent()) {
            return ofApplication.get().toResponse(unavailable);
        }
        LOG.log(Level.DEBUG, "answered 503: {0}", unavailable.getMessage());
        return RestAnswer.of(Challenge.unavailable(unavailable.retryAfter()));
    }

    /** For an exception above ours. */
    static Optional<ExceptionMapper<CognitoException>> ofApplication(Providers providers) {
        return Optional.ofNullable(providers.getExceptionMapper(CognitoException.class))
                .filter(mapper -> !isForAnything(mapper, providers));
    }

    private static boolean isForAnything(ExceptionMapper<CognitoException> mapper, Providers providers) {
        ExceptionMapper<Throwable> last = providers.getExceptionMapper(Throwable.class);
        return last != null && last.getClass().equals(mapper.getClass());
    }
}
