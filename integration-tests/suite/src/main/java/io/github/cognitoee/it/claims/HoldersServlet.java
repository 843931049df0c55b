package io.github.cognitoee.it.claims;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks the holder that the path names, or is asked itself; open to all. */
@WebServlet("/holders/*")
public class HoldersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient JsonWebToken token;

    @Inject
    @Claim("text")
    transient ClaimValue<String> claimValue;

    @Inject
    @Claim("number")
    transient ClaimValue<Optional<Long>> claimValueOfOptional;

    @Inject
    @Claim("words")
    transient Provider<Set<String>> provider;

    @Inject
    @Claim(standard = Claims.iat)
    transient Instance<Optional<Long>> instance;

    @Inject
    transient RequestBean request;

    @Inject
    transient ApplicationBean application;

    @Inject
    transient DependentBean dependent;

    @Inject
    transient StatelessEjb stateless;

    @Inject
    transient SingletonEjb singletonEjb;

    @Inject
    transient RequestOnlyBean requestOnly;

    @Inject
    transient Instance<DependentOnceBean> dependentOnce;

    @Override
    protected void doGet(HttpServletRequest asked, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(Lines.of(testimony(asked.getPathInfo())));
    }

    private Map<String, String> testimony(String holder) {
        return switch (holder) {
            case "/servlet" -> Testimony.of(this);
            case "/request" -> request.seen();
            case "/application" -> application.seen();
            case "/dependent" -> dependent.seen();
            case "/stateless" -> stateless.seen();
            case "/singleton-ejb" -> singletonEjb.seen();
            case "/request-only" -> requestOnly.seen();
            case "/dependent-once" -> once();
            default -> throw new IllegalArgumentException(holder);
        };
    }

    private Map<String, String> once() {
        DependentOnceBean bean = dependentOnce.get();
        try {
            return bean.seen();
        } finally {
            dependentOnce.destroy(bean);
        }
    }
}
