package io.github.cognitoee.it.claims;

import io.github.cognitoee.CognitoException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads what was injected on threads that serve no request: the application's own, and the server's. */
@WebServlet("/threads/*")
public class ThreadsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource
    private transient ManagedExecutorService managedExecutor;

    @Inject
    private transient JsonWebToken token;

    @Inject
    @Claim("text")
    private transient ClaimValue<String> claimValue;

    @Inject
    @Claim("text")
    private transient Provider<String> provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Executor executor =
                switch (request.getPathInfo()) {
                    case "/own" -> task -> new Thread(task).start();
                    case "/managed" -> managedExecutor;
                    default -> throw new IllegalArgumentException(request.getPathInfo());
                };
        Map<String, String> said =
                CompletableFuture.supplyAsync(this::seen, executor).join();
        response.getWriter().print(Lines.of(said));
    }

    private Map<String, String> seen() {
        Map<String, String> said = new TreeMap<>();
        said.put("token", orRefusal(token::getSubject));
        said.put("claimValue", orRefusal(claimValue::getValue));
        said.put("provider", orRefusal(provider::get));
        return said;
    }

    private static String orRefusal(Supplier<String> question) {
        try {
            return "said " + question.get();
        } catch (CognitoException refused) {
            return refused.getClass().getSimpleName() + ": " + refused.getMessage();
        }
    }
}
