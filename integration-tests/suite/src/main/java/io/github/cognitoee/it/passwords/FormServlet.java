package io.github.cognitoee.it.passwords;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page of Jakarta's form. */
@WebServlet("/login")
public class FormServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page(request, response);
    }

    /** Servers forward to it whatever was asked for, by its own method. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page(request, response);
    }

    private static void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .print(
                        """
                        <!DOCTYPE html>
                        <p>%s</p>
                        <form method="post" action="%s/j_security_check">
                        <input name="j_username"><input type="password" name="j_password"><button>Sign in</button>
                        </form>
                        """
                                .formatted(
                                        request.getParameter("failed") == null ? "Please sign in" : "Not signed in",
                                        request.getContextPath()));
    }
}
