package io.github.cognitoee.it.redeployed;

import io.github.cognitoee.CognitoIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For members of {@code users}, who sign in at the form: tells who they are, to this application and to AWS. */
@WebServlet("/members/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class MembersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoIdentity identity;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("caller=%s\nrole=%s\n".formatted(request.getRemoteUser(), identity.roleArn()));
    }
}
