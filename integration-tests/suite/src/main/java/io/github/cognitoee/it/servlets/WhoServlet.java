package io.github.cognitoee.it.servlets;

import io.github.cognitoee.CognitoCaller;
import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells by each API who is calling; open to all. With {@code ?logout} it signs the caller out before it does. */
@WebServlet("/who")
@DeclareRoles("users")
public class WhoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoCaller caller;

    @Inject
    private transient JsonWebToken token;

    @Inject
    @Claim("text")
    private transient ClaimValue<String> text;

    @Inject
    private transient WhoBean bean;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getParameter("logout") != null) {
            request.logout();
        }
        PrintWriter lines = response.getWriter();
        Principal principal = request.getUserPrincipal();
        lines.println("request=" + (principal == null ? "nobody" : principal.getName()));
        lines.println("caller=" + caller.username().orElse("nobody"));
        lines.println("token=" + (token.getName() == null ? "nobody" : token.getName()));
        lines.println("claim=" + text.getValue());
        lines.println("bean=" + bean.who());
        lines.println("users=" + request.isUserInRole("users"));
        lines.println("admins=" + request.isUserInRole("admins"));
        lines.println("roles=" + String.join(",", caller.roles()));
    }
}
