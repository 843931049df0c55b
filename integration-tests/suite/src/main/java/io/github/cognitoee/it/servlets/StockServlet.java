package io.github.cognitoee.it.servlets;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An open Servlet in front of a bean that requires a scope. */
@WebServlet("/stock")
public class StockServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient StockBean stock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(stock.read());
    }
}
