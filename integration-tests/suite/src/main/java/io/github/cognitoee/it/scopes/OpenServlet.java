package io.github.cognitoee.it.scopes;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An open Servlet: answers, forwards to a guarded one, or calls a guarded bean. */
@WebServlet(urlPatterns = {"/servlet/open", "/servlet/forwarding", "/servlet/calling"})
public class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient WarehouseBean warehouse;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case "/servlet/forwarding" -> request.getRequestDispatcher("/servlet/guarded")
                    .forward(request, response);
            case "/servlet/calling" -> response.getWriter().print(warehouse.read());
            default -> response.getWriter().print("open");
        }
    }
}
