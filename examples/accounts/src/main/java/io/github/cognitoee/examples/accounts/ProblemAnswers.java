package io.github.cognitoee.examples.accounts;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with a problem, as {@code application/problem+json}. */
@Provider
public class ProblemAnswers implements ExceptionMapper<ProblemException> {

    @Override
    public Response toResponse(ProblemException e) {
        return answer(e.problem());
    }

    static Response answer(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type("application/problem+json")
                .entity(problem);
        return problem.retryAfter() == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter()).build();
    }
}
