package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.session.FormLogin;
import io.github.cognitoee.internal.session.Sessions;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What {@code HttpServletRequest.login} does: signs in at the user pool first, and only then has the container ask the
 * mechanism, for what the mechanism refuses in such a call some servers take for a success. Thread-safe.
 */
final class RequestLogin {

    private final FormLogin form;
    private final Sessions sessions;
    private final Supplier<SecurityContext> securityContext;

    RequestLogin(FormLogin form, Sessions sessions, Supplier<SecurityContext> securityContext) {
        this.form = form;
        this.sessions = sessions;
        this.securityContext = securityContext;
    }

    /** @throws ServletException when nobody is signed in by this, somebody was before, or another site sent the request */
    void login(HttpServletRequest request, String username, String password) throws ServletException {
        if (request.getUserPrincipal() != null) {
            throw new ServletException("Somebody is signed in already; call logout() first");
        }
        HttpServletResponse response = ServedRequest.of(request)
                .response()
                .orElseThrow(() -> new ServletException("The mechanism has not served this request"));
        if (response.isCommitted()) {
            throw new ServletException("The answer is on its way already, so that no session can begin");
        }
        if (sessions.isSentByAnotherSite(request)) {
            throw new ServletException(
                    "Another site had the browser send this request, by its Origin or Sec-Fetch-Site, so it"
                            + " signs nobody in; cognito.session.base-url names the application's own address");
        }
        SignInResult result = signIn(username, password, request, response);
        if (!(result instanceof SignInResult.SignedIn signedIn)) {
            throw new ServletException(why(result));
        }
        SignedInCredential credential = new SignedInCredential(signedIn.tokens());
        AuthenticationParameters parameters =
                AuthenticationParameters.withParams().newAuthentication(true).credential(credential);
        securityContext.get().authenticate(request, response, parameters);
        if (!credential.isTaken()) {
            throw new ServletException(credential
                    .unavailable()
                    .map(keys -> "The tokens of this sign-in cannot be verified now: " + keys.detail())
                    .orElse("Cognito lets this user in, and the application does not"));
        }
    }

    private SignInResult signIn(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        char[] secret = password.toCharArray();
        try {
            return form.signIn(username, secret, request, response);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static String why(SignInResult result) {
        return result.fold(
                signedIn -> {
                    throw new IllegalArgumentException("signed in");
                },
                due -> "The sign-in is not complete: "
                        + due.challenge().getClass().getSimpleName()
                        + " is due, which a form can ask for, or CognitoUserPool",
                refused -> "The sign-in was refused: " + refused.reason(),
                unavailable -> "The user pool cannot be asked now: " + unavailable.detail());
    }
}
