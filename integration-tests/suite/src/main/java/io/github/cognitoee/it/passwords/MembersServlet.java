package io.github.cognitoee.it.passwords;

import io.github.cognitoee.CognitoCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For members of {@code users}. */
@WebServlet("/members")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class MembersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("member %s, to Cognito %s"
                        .formatted(request.getRemoteUser(), caller.name().orElse("nobody")));
    }
}
