package io.github.cognitoee.it.roles;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A Servlet without any constraint. It names its caller. */
@WebServlet("/servlet/open")
public class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String caller = request.getUserPrincipal() == null
                ? "nobody"
                : request.getUserPrincipal().getName();
        response.getWriter().print("called by " + caller);
    }
}
