package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.ChallengeWriter;
import io.github.cognitoee.internal.session.PageAnswer;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** What a request is answered that may not pass. */
sealed interface Objection {

    /** For a REST resource. */
    Response asResponse();

    /** In place of a Servlet's answer, of which nothing is on its way. */
    void send(HttpServletResponse response) throws IOException;

    /** Sent away. */
    record Refused(Challenge challenge) implements Objection {

        @Override
        public Response asResponse() {
            Response.ResponseBuilder response = Response.status(challenge.status());
            challenge.headers().forEach(response::header);
            return response.build();
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            ChallengeWriter.send(response, challenge);
        }
    }

    /** Sent to managed login. */
    record SentToSignIn(PageAnswer page) implements Objection {

        @Override
        public Response asResponse() {
            Response.ResponseBuilder response = Response.status(page.status());
            page.headers().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
            return page.isRedirect()
                    ? response.build()
                    : response.entity(page.body()).build();
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            response.resetBuffer();
            page.write(response);
        }
    }
}
