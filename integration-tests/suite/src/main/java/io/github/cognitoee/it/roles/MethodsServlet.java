package io.github.cognitoee.it.roles;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A Servlet guarded per HTTP method: GET is open, POST is for admins, DELETE for nobody. */
@WebServlet("/servlet/methods")
@ServletSecurity(
        value = @HttpConstraint,
        httpMethodConstraints = {
            @HttpMethodConstraint(value = "POST", rolesAllowed = "admins"),
            @HttpMethodConstraint(value = "DELETE", emptyRoleSemantic = EmptyRoleSemantic.DENY)
        })
public class MethodsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(request.getMethod() + " done");
    }
}
