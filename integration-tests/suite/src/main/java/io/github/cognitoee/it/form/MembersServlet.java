package io.github.cognitoee.it.form;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For members of {@code users}: tells what it was asked, and by whom. */
@WebServlet("/members/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class MembersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("caller=%s\npath=%s\nquery=%s\n"
                        .formatted(request.getRemoteUser(), request.getPathInfo(), request.getQueryString()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print("caller=%s\ntitle=%s\n".formatted(request.getRemoteUser(), request.getParameter("title")));
    }
}
