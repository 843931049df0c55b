package io.github.cognitoee.it.chosen;

import io.github.cognitoee.CognitoCaller;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Signs its caller out, and answers whom the container and the library know before and after; for members of {@code users} alone. */
@WebServlet({"/api/logout", "/pages/logout"})
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String before = known(request);
        request.logout();
        response.getWriter().print(before + "; then " + known(request));
    }

    private String known(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return (principal == null ? "nobody" : principal.getName())
                + (caller.isAnonymous() ? ", not Cognito's" : ", Cognito's");
    }
}
