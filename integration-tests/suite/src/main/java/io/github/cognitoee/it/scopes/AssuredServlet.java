package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresAssurance;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A Servlet that requires a level of assurance by its class. */
@WebServlet("/servlet/assured")
@RequiresAssurance("urn:cognito:loa:3")
public class AssuredServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("assured");
    }
}
