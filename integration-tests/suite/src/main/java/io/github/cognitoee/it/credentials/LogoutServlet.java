package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Signs its caller out in the middle of the request, and tells who was there before and after. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SharedWitness shared;

    @Inject
    private transient CognitoIdentity identity;

    @Inject
    @CognitoCredentials
    private transient AwsCredentialsProvider callersCredentials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        AwsCredentialsProvider held = identity.credentials();
        String before = shared.seen();
        String keyBefore = accessKey(held);
        request.logout();
        response.getWriter()
                .print(
                        """
                        before=%s
                        resolvedBefore=%s
                        container=%s
                        after=%s
                        injected=%s
                        held=%s
                        """
                                .formatted(
                                        before,
                                        keyBefore.startsWith("ASIA"),
                                        request.getUserPrincipal() == null ? "nobody" : "somebody",
                                        shared.seen(),
                                        accessKey(callersCredentials),
                                        accessKey(held)));
    }

    private static String accessKey(AwsCredentialsProvider provider) {
        return Testimony.orRefusal(() -> provider.resolveCredentials().accessKeyId());
    }
}
