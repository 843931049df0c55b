package io.github.cognitoee.it.passwords;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page of Jakarta's custom form, which tells why somebody is not signed in. */
@WebServlet("/login")
public class CustomFormServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient CognitoCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .print(
                        """
                        <!DOCTYPE html>
                        <form method="post" action="%s/login">
                        <input name="name"><input type="password" name="password"><button>Sign in</button>
                        </form>
                        """
                                .formatted(request.getContextPath()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                withParams()
                        .credential(new UsernamePasswordCredential(
                                request.getParameter("name"), request.getParameter("password"))));
        switch (status) {
            case SEND_CONTINUE -> {} // on the way to the page that was asked for
            case SUCCESS -> response.getWriter()
                    .print("signed in " + caller.name().orElse("nobody"));
            default -> response.getWriter()
                    .print("not signed in: "
                            + words((SignInResult)
                                    request.getAttribute(CognitoIdentityStoreDefinition.SIGN_IN_RESULT)));
        }
    }

    private static String words(SignInResult result) {
        return result.fold(
                signedIn -> "signed in",
                due -> due.challenge().getClass().getSimpleName(),
                refused -> refused.reason().toString(),
                unavailable -> "unavailable");
    }
}
