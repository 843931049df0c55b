package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InitializerProofTest {

    private static final String NOT_PREPARED =
            "COG-0009: the library's ServletContainerInitializer has not run, so roles are not declared"
                    + " and neither Servlets nor REST are guarded; does an <absolute-ordering> in web.xml leave the"
                    + " library's jar out? Or does it lie in the lib folder of an EAR, where not every server looks for"
                    + " initializers?";

    private final Map<String, Object> attributes = new HashMap<>();
    private final Set<String> registered = new HashSet<>(Set.of("Catalina/localhost /war"));
    private boolean active = true;
    private final List<ServletContextListener> listeners = new ArrayList<>();
    private final ServletContext context = (ServletContext) Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "getVirtualServerName" -> "Catalina/localhost";
                case "getContextPath" -> "/war";
                case "addListener" -> listeners.add((ServletContextListener) arguments[0]);
                default -> throw new AssertionError(method);
            });

    @Test
    void applicationThatTheInitializerHasNotPreparedDoesNotStart() {
        assertThatThrownBy(() ->
                        new InitializerProof(registered::contains).require(context, new Activation(active, false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(NOT_PREPARED);
    }

    @Test
    void applicationThatItHasPreparedStarts() {
        PreparedApplication.note(context);

        assertThatCode(() -> new InitializerProof(registered::contains).require(context, new Activation(active, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void whereWeldIsAnInitializerItselfTheStartIsStoppedAfterAllOfThem() {
        weldIsAnInitializer();

        new InitializerProof(registered::contains).require(context, new Activation(active, false));

        assertThat(listeners).hasSize(1);
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(NOT_PREPARED);
    }

    @Test
    void whereWeldIsAnInitializerItselfOursMayRunAfterIt() {
        weldIsAnInitializer();

        new InitializerProof(registered::contains).require(context, new Activation(active, false));
        PreparedApplication.note(context);

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void whereSoteriaRanBeforeWeldTheStartIsStopped() {
        weldIsAnInitializer();
        registered.clear();

        new InitializerProof(registered::contains).require(context, new Activation(active, false));
        PreparedApplication.note(context);

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("COG-0050: Soteria has not registered the authentication mechanism, because its"
                        + " ServletContainerInitializer ran before Weld's; name"
                        + " org.jboss.weld.environment.servlet.EnhancedListener in"
                        + " WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer");
    }

    @Test
    void noMechanismIsNeededWhereTheLibraryIsSwitchedOff() {
        active = false;
        weldIsAnInitializer();
        registered.clear();

        new InitializerProof(registered::contains).require(context, new Activation(active, false));
        PreparedApplication.note(context);

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void weldIsAnInitializer() {
        attributes.put("org.jboss.weld.environment.servlet.enhancedListenerUsed", true);
    }

    private void start() {
        listeners.forEach(listener -> listener.contextInitialized(new ServletContextEvent(context)));
    }
}
