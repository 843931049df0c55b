package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresRecentLogin;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A Servlet that requires a recent sign-in by its class. */
@WebServlet("/servlet/recent")
@RequiresRecentLogin("PT5M")
public class RecentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("recent");
    }
}
