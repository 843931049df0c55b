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

    @GET
    public SessionView session() {
        return session.find(request).map(SessionView::of).orElse(SessionView.NOBODY);
    }

    /** Has Cognito issue new tokens, with what has changed about the user since. */
    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionView refresh() {
        SessionTokens tokens =
                session.find(request).orElseThrow(() -> Problem.notSignedIn().toException());
        SessionTokens renewed = userPool.refresh(tokens)
                .fold(
                        signedIn -> signedIn.tokens(),
                        due -> ended(),
                        refused -> refused.reason() == RefusalReason.SESSION_ENDED ? ended() : failed(refused.reason()),
                        unavailable -> {
                            throw Problem.unavailable(unavailable.retryAfter()).toException();
                        });
        session.replace(tokens, renewed, request, response);
        return SessionView.of(renewed);
    }

    private SessionTokens ended() {
        session.end(request, response);
        return failed(RefusalReason.SESSION_ENDED);
    }

    private static SessionTokens failed(RefusalReason reason) {
        throw Problem.of(reason).toException();
    }
}
