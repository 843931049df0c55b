package io.github.cognitoee.examples.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser and what the container keeps for it: as much of a request and a session as this application asks for. */
final class FakeBrowser {

    private Map<String, Object> attributes;
    private final Map<String, List<String>> headers = new HashMap<>();
    private int sessions;

    /** Has all its requests say this, too. */
    FakeBrowser sending(String header, String value) {
        headers.put(header, List.of(value));
        return this;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getSession" -> session(arguments.length == 0 || (boolean) arguments[0]);
            case "getRemoteAddr" -> "192.0.2.1";
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** How many sessions there have been. */
    int sessions() {
        return sessions;
    }

    boolean hasSession() {
        return attributes != null;
    }

    private HttpSession session(boolean create) {
        if (attributes == null && !create) {
            return null;
        }
        if (attributes == null) {
            attributes = new HashMap<>();
            sessions++;
        }
        return proxy(HttpSession.class, (method, arguments) -> switch (method) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "invalidate" -> attributes = null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        behaviour.of(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private interface Behaviour {
        Object of(String method, Object[] arguments);
    }
}
