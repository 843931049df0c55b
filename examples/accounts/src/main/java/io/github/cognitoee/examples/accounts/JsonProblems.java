package io.github.cognitoee.examples.accounts;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers bodies that cannot be read, without repeating anything of them. */
@Provider
public class JsonProblems implements ExceptionMapper<ProcessingException> {

    @Override
    public Response toResponse(ProcessingException e) {
        if (e.getCause() instanceof JsonbException) {
            return ProblemAnswers.answer(Problem.badInput("The body is not the JSON object that is expected here."));
        }
        throw e;
    }
}
