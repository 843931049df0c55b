package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.session.PageAnswer;
import jakarta.ws.rs.core.Response;

/** Objections and challenges as REST resources answer them. */
final class RestAnswer {

    private RestAnswer() {}

    static Response of(Objection objection) {
        return objection.fold(refused -> of(refused.challenge()), sent -> of(sent.page()));
    }

    static Response of(Challenge challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status());
        challenge.headers().forEach(response::header);
        challenge.alternative().ifPresent(line -> response.header("WWW-Authenticate", line));
        return response.build();
    }

    private static Response of(PageAnswer page) {
        Response.ResponseBuilder response = Response.status(page.status());
        page.headers().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return page.isRedirect()
                ? response.build()
                : response.entity(page.body()).build();
    }
}
