package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IdentityPoolRefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what the library throws when a caller's AWS credentials cannot be had. Its messages hold no secrets. */
@Provider
public class CognitoProblems implements ExceptionMapper<CognitoException> {

    @Override
    public Response toResponse(CognitoException e) {
        if (e instanceof CognitoUnavailableException unavailable) {
            return new Problem(503, "Cognito cannot be asked now. Try again shortly.")
                    .toResponse()
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Math.max(1, unavailable.retryAfter().toSeconds()))
                    .build();
        }
        if (e instanceof IdTokenRequiredException || e instanceof IdentityPoolRefusedException) {
            return new Problem(403, e.getMessage()).toResponse().build();
        }
        throw e;
    }
}
