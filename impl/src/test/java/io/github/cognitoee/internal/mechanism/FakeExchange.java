package io.github.cognitoee.internal.mechanism;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its response as a mechanism sees them; writes down what is done to them. */
final class FakeExchange {

    final AuthenticationParameters parameters = new AuthenticationParameters();
    final List<Integer> errors = new ArrayList<>();
    final Map<String, String> responseHeaders = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    String method = "GET";
    String servletPath = "/orders";

    @Nullable
    String pathInfo;

    int status;
    boolean isProtected;
    boolean isAuthenticationRequest;
    boolean isCommitted;
    boolean isCleaned;

    @Nullable
    CredentialValidationResult notified;

    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> applicationAttributes = new HashMap<>();

    /** In a web application that the initializer has prepared. */
    FakeExchange() {
        PreparedApplication.note(application());
    }

    FakeExchange inUnpreparedApplication() {
        applicationAttributes.clear();
        return this;
    }

    FakeExchange header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getServletContext" -> application();
            case "getMethod" -> this.method;
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> pathInfo;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            default -> throw new AssertionError(method);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "isCommitted" -> {
                    return isCommitted;
                }
                case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> status = (Integer) arguments[0];
                case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
                case "setContentLength" -> responseHeaders.put("Content-Length", arguments[0].toString());
                case "getOutputStream" -> {
                    return bodyStream();
                }
                case "flushBuffer" -> isCommitted = true;
                case "sendError" -> errors.add((Integer) arguments[0]);
                default -> throw new AssertionError(method);
            }
            return null;
        });
    }

    HttpMessageContext context() {
        return proxy(HttpMessageContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAuthParameters" -> parameters;
            case "getRequest" -> request();
            case "getResponse" -> response();
            case "isProtected" -> isProtected;
            case "isAuthenticationRequest" -> isAuthenticationRequest;
            case "doNothing" -> AuthenticationStatus.NOT_DONE;
            case "cleanClientSubject" -> {
                isCleaned = true;
                yield null;
            }
            case "notifyContainerAboutLogin" -> {
                notified = (CredentialValidationResult) arguments[0];
                yield AuthenticationStatus.SUCCESS;
            }
            default -> throw new AssertionError(method);
        });
    }

    private ServletContext application() {
        return proxy(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> applicationAttributes.get((String) arguments[0]);
            case "setAttribute" -> applicationAttributes.put((String) arguments[0], arguments[1]);
            default -> throw new AssertionError(method);
        });
    }

    private ServletOutputStream bodyStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError();
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
