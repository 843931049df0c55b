package io.github.cognitoee.it.tomcat.redeployed;

import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** For everybody, who is a guest to AWS. */
@WebServlet("/guest")
public class GuestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @CognitoGuestCredentials
    private transient AwsCredentialsProvider guestsCredentials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(guestsCredentials.resolveCredentials().accessKeyId());
    }
}
