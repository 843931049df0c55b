package io.github.cognitoee.it;

import io.github.cognitoee.it.claims.ClaimsApplication;
import io.github.cognitoee.it.claims.SessionBean;
import io.github.cognitoee.it.harness.Wars;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.provider.Arguments;

/** Claims in what lives as long as a session, in which callers change, and which servers store between requests. */
class SessionClaimsIT extends InjectedClaims {

    private static final Map<String, Class<?>> HOLDERS =
            Map.of("session/kept", SessionBean.class, "session/passivated", SessionBean.class);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ClaimsApplication.class);
    }

    static Stream<Arguments> injectionPoints() {
        return injectionPointsOf(HOLDERS);
    }

    static Stream<Arguments> tokens() {
        return tokensOf(HOLDERS);
    }
}
