package io.github.cognitoee.it.credentials;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The caller as everything that could mix callers up tells it, in lines of {@code key=value}. Below {@code /forwarded}
 * and {@code /dispatched} the same after a {@code forward} and after an asynchronous {@code dispatch}.
 */
@WebServlet(
        urlPatterns = {"/witness", "/forwarded", "/dispatched"},
        asyncSupported = true)
public class WitnessServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PooledWitness pooled;

    @Inject
    private transient SharedWitness shared;

    @Inject
    private transient StsClient sts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case "/forwarded" -> request.getRequestDispatcher("/witness").forward(request, response);
            case "/dispatched" -> request.startAsync().dispatch("/witness");
            default -> testify(request, response);
        }
    }

    private void testify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Principal principal = request.getUserPrincipal();
        String testimony =
                """
                container=%s
                pooled=%s
                shared=%s
                arn=%s
                connection=%d
                dispatcher=%s
                """
                        .formatted(
                                principal == null ? "nobody" : principal.getName(),
                                pooled.seen(),
                                shared.seen(),
                                Testimony.orRefusal(
                                        () -> sts.getCallerIdentity().arn()),
                                request.getRemotePort(),
                                request.getDispatcherType());
        response.getWriter().print(testimony);
    }
}
