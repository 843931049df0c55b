package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.claims.ApplicationBean;
import io.github.cognitoee.it.claims.ClaimsApplication;
import io.github.cognitoee.it.claims.DependentBean;
import io.github.cognitoee.it.claims.DependentOnceBean;
import io.github.cognitoee.it.claims.HoldersServlet;
import io.github.cognitoee.it.claims.RequestBean;
import io.github.cognitoee.it.claims.RequestOnlyBean;
import io.github.cognitoee.it.claims.RestHolder;
import io.github.cognitoee.it.claims.SessionBean;
import io.github.cognitoee.it.claims.SessionServlet;
import io.github.cognitoee.it.claims.SharedRestHolder;
import io.github.cognitoee.it.claims.SingletonEjb;
import io.github.cognitoee.it.claims.StatelessEjb;
import io.github.cognitoee.it.harness.ExpectedClaims;
import io.github.cognitoee.it.harness.Wars;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims in what lives no longer than a request, and in what looks them up each time. */
class ClaimsIT extends InjectedClaims {

    private static final Map<String, Class<?>> HOLDERS = holders();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ClaimsApplication.class).deleteClasses(SessionBean.class, SessionServlet.class);
    }

    private static Map<String, Class<?>> holders() {
        Map<String, Class<?>> holders = new LinkedHashMap<>();
        holders.put("holders/servlet", HoldersServlet.class);
        holders.put("holders/request", RequestBean.class);
        holders.put("holders/application", ApplicationBean.class);
        holders.put("holders/dependent", DependentBean.class);
        holders.put("holders/stateless", StatelessEjb.class);
        holders.put("holders/singleton-ejb", SingletonEjb.class);
        holders.put("holders/request-only", RequestOnlyBean.class);
        holders.put("holders/dependent-once", DependentOnceBean.class);
        holders.put("api/once", RestHolder.class);
        holders.put("api/shared", SharedRestHolder.class);
        return holders;
    }

    static Stream<Arguments> injectionPoints() {
        return injectionPointsOf(HOLDERS);
    }

    static Stream<Arguments> tokens() {
        return tokensOf(HOLDERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "managed"})
    void nothingIsReadOnAThreadThatServesNoRequest(String kind) {
        String refusal = "CallerRequiredException: COG-0024: no request is served on this thread, so there is no caller"
                + " whose token could be read; read it on the request's own thread and hand on the values";

        for (ExpectedClaims turn : TURNS) {
            assertThat(get("threads/" + kind, turn, HttpClient.newHttpClient()).lines())
                    .containsOnly(
                            Map.entry("token", refusal),
                            Map.entry("claimValue", refusal),
                            Map.entry("provider", refusal));
        }
    }
}
