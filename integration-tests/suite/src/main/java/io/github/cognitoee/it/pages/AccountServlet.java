package io.github.cognitoee.it.pages;

import io.github.cognitoee.RequiresRecentLogin;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For members of {@code users} who have just signed in. */
@WebServlet("/account/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
@RequiresRecentLogin("PT5M")
public class AccountServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("account=" + request.getRemoteUser());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(
                        """
                        account=%s
                        name=%s
                        """
                                .formatted(request.getRemoteUser(), request.getParameter("name")));
    }
}
