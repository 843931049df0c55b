package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Goes on in {@code AsyncContext.start}: a thread of the web container, after the request's own has ended. */
@WebServlet(
        urlPatterns = {"/async-start/injected", "/async-start/captured"},
        asyncSupported = true)
public class AsyncStartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CognitoCaller caller;

    @Inject
    private transient CognitoIdentity identity;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String own = identity.identityId();
        CognitoIdentity used = request.getServletPath().endsWith("captured") ? identity.captured() : identity;
        AsyncContext async = request.startAsync();
        async.start(() -> {
            try {
                async.getResponse().getWriter().print(Testimony.of(caller, used, own));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                async.complete();
            }
        });
    }
}
