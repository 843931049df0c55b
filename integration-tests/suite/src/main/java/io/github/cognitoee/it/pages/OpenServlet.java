package io.github.cognitoee.it.pages;

import io.github.cognitoee.LoginParameters;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For everybody; has people sign in when asked to, and signs them out. */
@WebServlet("/open/*")
public class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<SecurityContext> security; // which Tomcat lacks

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/sign-in" -> {
                if (!request.authenticate(response)) {
                    return;
                }
            }
            case "/staff" -> {
                security.get()
                        .authenticate(
                                request,
                                response,
                                AuthenticationParameters.withParams()
                                        .newAuthentication(true)
                                        .credential(LoginParameters.none()
                                                .identityProvider("Staff")
                                                .loginHint("lee@staff.example")
                                                .returnTo("/open/?from=staff")));
                return;
            }
            case "/sign-out" -> {
                request.logout();
                return;
            }
            case "/form" -> {
                response.setContentType("text/html;charset=UTF-8");
                response.getWriter()
                        .print(
                                """
                                <!DOCTYPE html>
                                <title>New note</title>
                                <form method="post" action="../members/new" accept-charset="UTF-8">
                                <label>Title <input name="title"></label> <button>Save</button>
                                </form>
                                """);
                return;
            }
            case "/session" -> request.getSession().setAttribute("cart", "a book");
            default -> {}
        }
        var session = request.getSession(false);
        response.getWriter()
                .print(
                        """
                        caller=%s
                        cart=%s
                        sessions=%s
                        """
                                .formatted(
                                        request.getRemoteUser(),
                                        session == null ? null : session.getAttribute("cart"),
                                        SessionCount.made()));
    }
}
