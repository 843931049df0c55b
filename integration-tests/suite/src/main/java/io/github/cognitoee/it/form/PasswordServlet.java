package io.github.cognitoee.it.form;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For everybody: signs in by the name and password that it is given, and out, by the ways that Jakarta EE has. */
@WebServlet("/open/*")
public class PasswordServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if ("/sign-out".equals(request.getPathInfo())) {
            request.logout();
            return;
        }
        if ("/session".equals(request.getPathInfo())) {
            request.getSession().setAttribute("cart", "a book");
        }
        answer(request, response, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String username = request.getParameter("username");
        String password = request.getParameter("password");
        if ("/authenticate".equals(request.getPathInfo())) {
            AuthenticationStatus status = security.authenticate(
                    request,
                    response,
                    AuthenticationParameters.withParams()
                            .credential(new UsernamePasswordCredential(username, password)));
            if (status != AuthenticationStatus.SEND_CONTINUE) {
                answer(request, response, "status=" + status + "\n");
            }
            return;
        }
        try {
            request.login(username, password);
            if ("/in-and-out".equals(request.getPathInfo())) {
                request.logout();
                return;
            }
            answer(request, response, "");
        } catch (ServletException e) {
            answer(request, response, "refused=" + e.getMessage() + "\n");
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String more)
            throws IOException {
        var session = request.getSession(false);
        response.getWriter()
                .print("%scaller=%s\nmember=%s\ncart=%s\n"
                        .formatted(
                                more,
                                request.getRemoteUser(),
                                request.isUserInRole("users"),
                                session == null ? null : session.getAttribute("cart")));
    }
}
