package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A Servlet that requires a scope by its class, on all of its mappings. */
@WebServlet(
        name = "guarded",
        urlPatterns = {"/servlet/guarded", "/servlet/also/*"})
@RequiresScope("orders/read")
public class GuardedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("guarded");
    }
}
