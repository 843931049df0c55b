package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * Signs people in at the pages of this application, step by step. It takes nothing but JSON, which a page of another site
 * cannot have a browser send.
 */
@Path("sign-in")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SignInResource {

    @Inject
    CognitoUserPool userPool;

    @Inject
    BrowserSession session;

    @Inject
    ClientAddress address;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @POST
    public Step begin(SignInForm form) {
        return step(userPool.signIn(Body.required(form).toRequest(address.of(request))));
    }

    @POST
    @Path("answer")
    public Step answer(AnswerForm form) {
        return step(Body.required(form).putTo(userPool));
    }

    /** Tells once more what is due, for a page that was loaded again; nothing is sent again. */
    @POST
    @Path("challenge")
    public Step challenge(StateForm form) {
        return Step.of(Body.required(form).challengeOf(userPool), form.state());
    }

    /** The QR code by which an authenticator app is set up. */
    @POST
    @Path("qr-code")
    public QrCode qrCode(StateForm form) {
        if (Body.required(form).challengeOf(userPool) instanceof Challenge.AuthenticatorSetUp setUp) {
            return QrCode.of(setUp.uri().toString());
        }
        throw Problem.badInput("No authenticator app is to be set up.").toException();
    }

    private Step step(SignInResult result) {
        return Step.of(result, tokens -> {
            session.begin(tokens, request, response);
            return Step.signedIn();
        });
    }
}
