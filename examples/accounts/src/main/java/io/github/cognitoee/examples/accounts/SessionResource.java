package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;

/** Who is signed in at the browser. */
@Path("session")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SessionResource {

    @Inject
    CognitoUserPool userPool;

    @Inject
    BrowserSession session;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    Clock clock = Clock.systemUTC();

    /** Tokens that have expired prove nobody: they are renewed, or the session is over. */
    @GET
    public SessionView session() {
        Optional<SessionTokens> tokens = session.find(request);
        return tokens.isPresent() && hasExpired(tokens.get())
                ? renewed(tokens.get()).map(SessionView::of).orElse(SessionView.NOBODY)
                : tokens.map(SessionView::of).orElse(SessionView.NOBODY);
    }

    /** Has Cognito issue new tokens, with what has changed about the user since. */
    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionView refresh() {
        SessionTokens tokens =
                session.find(request).orElseThrow(() -> Problem.notSignedIn().toException());
        return renewed(tokens).map(SessionView::of).orElseThrow(() -> Problem.of(RefusalReason.SESSION_ENDED)
                .toException());
    }

    private boolean hasExpired(SessionTokens tokens) {
        return !clock.instant().isBefore(Account.of(tokens).tokensExpireAt());
    }

    /**
     * Whatever Cognito has against new tokens, such as that the user is disabled, ends the session.
     *
     * @return empty where the session has ended
     * @throws ProblemException when Cognito cannot be asked: the session goes on
     */
    private Optional<SessionTokens> renewed(SessionTokens tokens) {
        Optional<SessionTokens> renewed = userPool.refresh(tokens)
                .fold(
                        signedIn -> Optional.of(signedIn.tokens()),
                        due -> Optional.empty(),
                        refused -> Optional.empty(),
                        unavailable -> {
                            throw Problem.unavailable(unavailable.retryAfter()).toException();
                        });
        renewed.ifPresentOrElse(
                fresh -> session.replace(tokens, fresh, request, response), () -> session.end(request, response));
        return renewed;
    }
}
