package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.session.LoginApplication;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCookiesTest {

    private final LoginApplication application = new LoginApplication();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANAGED_LOGIN", "FORM", "BEARER,FORM", "FORM,MANAGED_LOGIN"})
    void whereverPeopleSignInWithABrowserTheSessionsCookieIsGuarded(String accepts) {
        SessionCookies.guard(application.with("cognito.accepts", accepts).settings(), context());

        assertThat(told)
                .containsExactly(
                        "setHttpOnly true",
                        "setSecure true",
                        "setAttribute SameSite Lax",
                        "setSessionTrackingModes [COOKIE]");
    }

    @Test
    void elsewhereItIsTheApplicationsOwnAffair() {
        SessionCookies.guard(application.with("cognito.accepts", "BEARER,BASIC").settings(), context());

        assertThat(told).isEmpty();
    }

    private ServletContext context() {
        return proxy(ServletContext.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getSessionCookieConfig")) {
                return proxy(SessionCookieConfig.class, this::note);
            }
            return note(proxy, method, arguments);
        });
    }

    private @Nullable Object note(Object proxy, Method method, Object[] arguments) {
        StringBuilder call = new StringBuilder(method.getName());
        for (Object argument : arguments) {
            call.append(' ').append(argument);
        }
        told.add(call.toString());
        return null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
