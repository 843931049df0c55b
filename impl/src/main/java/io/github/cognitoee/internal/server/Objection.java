package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.ChallengeWriter;
import io.github.cognitoee.internal.session.PageAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;

/** What a request is answered that may not pass. Known where there is no REST, too. */
sealed interface Objection {

    <T> T fold(Function<? super Refused, ? extends T> refused, Function<? super SentToSignIn, ? extends T> sent);

    /** In place of a Servlet's answer, of which nothing is on its way. */
    void send(HttpServletResponse response) throws IOException;

    /** Sent away. */
    record Refused(Challenge challenge) implements Objection {

        @Override
        public <T> T fold(
                Function<? super Refused, ? extends T> refused, Function<? super SentToSignIn, ? extends T> sent) {
            return refused.apply(this);
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            ChallengeWriter.send(response, challenge);
        }
    }

    /** Sent to managed login. */
    record SentToSignIn(PageAnswer page) implements Objection {

        @Override
        public <T> T fold(
                Function<? super Refused, ? extends T> refused, Function<? super SentToSignIn, ? extends T> sent) {
            return sent.apply(this);
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            response.resetBuffer();
            page.write(response);
        }
    }
}
