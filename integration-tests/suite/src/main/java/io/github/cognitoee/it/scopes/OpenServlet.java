package io.github.cognitoee.it.scopes;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An open Servlet: answers, dispatches to a guarded one, or calls a guarded bean. */
@WebServlet(
        urlPatterns = {
            "/servlet/open",
            "/servlet/calling",
            "/servlet/forwarding",
            "/servlet/forwarding-by-name",
            "/servlet/including",
            "/servlet/including-by-name"
        })
public class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient WarehouseBean warehouse;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case "/servlet/forwarding" -> byPath(request).forward(request, response);
            case "/servlet/forwarding-by-name" -> byName().forward(request, response);
            case "/servlet/including" -> byPath(request).include(request, response);
            case "/servlet/including-by-name" -> byName().include(request, response);
            case "/servlet/calling" -> response.getWriter().print(warehouse.read());
            default -> response.getWriter().print("open");
        }
    }

    private static RequestDispatcher byPath(HttpServletRequest request) {
        return request.getRequestDispatcher("/servlet/guarded");
    }

    private RequestDispatcher byName() {
        return getServletContext().getNamedDispatcher("guarded");
    }
}
