package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what the library throws. */
@Provider
public class CognitoProblems implements ExceptionMapper<CognitoException> {

    @Override
    public Response toResponse(CognitoException e) {
        if (e instanceof CognitoUnavailableException unavailable) {
            return ProblemAnswers.answer(Problem.unavailable(unavailable.retryAfter()));
        }
        throw e;
    }
}
