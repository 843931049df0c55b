package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestApplicationsTest {

    private static final String JERSEY = "org.glassfish.jersey.servlet.ServletContainer";
    private static final String RESTEASY = "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher";
    private static final String OPEN_LIBERTY = "com.ibm.websphere.jaxrs.server.IBMRestServlet";

    private final Map<String, ServletRegistration> servlets = new HashMap<>();
    private final Map<String, Object> loadedOnStartup = new HashMap<>();
    private final RestApplications applications =
            RestApplications.in(fake(ServletContext.class, (method, argument) -> switch (method) {
                case "getServletRegistration" -> servlets.get((String) argument);
                case "getServletRegistrations" -> servlets;
                case "getFilterRegistrations" -> Map.of();
                case "setAttribute" -> null;
                default -> throw new AssertionError(method);
            }));

    @ParameterizedTest
    @ValueSource(strings = {JERSEY, RESTEASY, OPEN_LIBERTY})
    void restThatOurFeatureHasNotSeenIsNotSafe(String servletClass) {
        register("rest", servletClass);

        assertThat(applications.isSafe("rest")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {JERSEY, RESTEASY, OPEN_LIBERTY})
    void restThatItHasSeenIs(String servletClass) {
        register("rest", servletClass);

        applications.seen("rest");

        assertThat(applications.isSafe("rest")).isTrue();
    }

    @Test
    void aServletOfTheApplicationIsSafe() {
        register("orders", "com.example.OrdersServlet");

        assertThat(applications.isSafe("orders")).isTrue();
    }

    @Test
    void restOnOpenLibertyAloneIsStartedEarly() {
        register("liberty", OPEN_LIBERTY);
        register("jersey", JERSEY);
        register("orders", "com.example.OrdersServlet");

        applications.startEarly();

        assertThat(loadedOnStartup).containsExactly(Map.entry("liberty", 1));
    }

    private void register(String name, String servletClass) {
        servlets.put(name, fake(ServletRegistration.Dynamic.class, (method, argument) -> switch (method) {
            case "getClassName" -> servletClass;
            case "getInitParameter" -> null;
            case "setLoadOnStartup" -> loadedOnStartup.put(name, argument);
            default -> throw new AssertionError(method);
        }));
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object firstArgument);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments == null ? null : arguments[0])));
    }
}
