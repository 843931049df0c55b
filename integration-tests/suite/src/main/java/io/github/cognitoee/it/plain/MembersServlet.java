package io.github.cognitoee.it.plain;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For those whom the server itself would know, if anybody. */
@WebServlet("/members")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class MembersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("for members, " + request.getUserPrincipal().getName());
    }
}
