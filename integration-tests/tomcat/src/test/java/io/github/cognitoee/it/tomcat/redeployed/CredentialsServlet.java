package io.github.cognitoee.it.tomcat.redeployed;

import io.github.cognitoee.CognitoCredentials;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** For members of {@code users}: who they are, to this application and to AWS. */
@WebServlet("/credentials")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class CredentialsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @CognitoCredentials
    private transient AwsCredentialsProvider callersCredentials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("caller=%s\naccessKeyId=%s\n"
                        .formatted(
                                request.getRemoteUser(),
                                callersCredentials.resolveCredentials().accessKeyId()));
    }
}
