package io.github.cognitoee.it.several;

import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Answers the access key of whoever comes by; open to all. */
@WebServlet("/pages/guest")
public class GuestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @CognitoGuestCredentials
    private transient AwsCredentialsProvider guest;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(guest.resolveCredentials().accessKeyId());
    }
}
