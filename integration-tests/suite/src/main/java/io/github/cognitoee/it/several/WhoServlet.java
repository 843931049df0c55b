package io.github.cognitoee.it.several;

import io.github.cognitoee.CognitoCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers who calls, and whether they are Cognito's; for members of {@code users} alone. */
@WebServlet({"/api/who", "/pages/who"})
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class WhoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(request.getUserPrincipal().getName()
                        + (caller.isAnonymous() ? ", not Cognito's" : ", Cognito's"));
    }
}
