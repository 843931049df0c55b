package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Signs in the users of programs: applications on telephones and on the command line, which keep their tokens themselves and
 * send them as {@code Authorization: Bearer}. {@link NoBrowsers Browsers are refused}.
 */
@Path("tokens")
@PermitAll
@NoBrowsers
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TokensResource {

    @Inject
    CognitoUserPool userPool;

    @Inject
    ClientAddress address;

    @Inject
    HttpServletRequest request;

    @POST
    public Step begin(SignInForm form) {
        return Step.of(userPool.signIn(Body.required(form).toRequest(address.of(request))), Step::signedIn);
    }

    @POST
    @Path("answer")
    public Step answer(AnswerForm form) {
        return Step.of(Body.required(form).putTo(userPool), Step::signedIn);
    }

    @POST
    @Path("refresh")
    public Step refresh(Tokens tokens) {
        return Step.of(userPool.refresh(Body.required(tokens).toSessionTokens()), Step::signedIn);
    }

    @POST
    @Path("revoke")
    public void revoke(Tokens tokens) {
        userPool.signOut(Body.required(tokens).toSessionTokens());
    }
}
