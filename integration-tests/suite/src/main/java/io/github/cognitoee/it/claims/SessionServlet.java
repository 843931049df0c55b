package io.github.cognitoee.it.claims;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the holder in the session sees, or what is left of it after passivation. */
@WebServlet("/session/*")
public class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SessionBean session;

    @Override
    protected void doGet(HttpServletRequest asked, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(Lines.of(
                        asked.getPathInfo().equals("/passivated") ? session.seenAfterPassivation() : session.seen()));
    }
}
