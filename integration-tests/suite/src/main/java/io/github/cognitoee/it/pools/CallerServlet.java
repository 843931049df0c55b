package io.github.cognitoee.it.pools;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the same as {@link CallerResource}, where there is no REST too. */
@WebServlet("/caller")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class CallerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CallerLines lines;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(lines.told());
    }
}
