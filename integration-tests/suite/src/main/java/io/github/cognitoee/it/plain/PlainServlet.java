package io.github.cognitoee.it.plain;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For everybody. */
@WebServlet("/open")
public class PlainServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Greeting greeting;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(greeting.to(request.getUserPrincipal()));
    }
}
