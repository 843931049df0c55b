package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request and its response as a mechanism sees them; writes down what is done to them. */
public final class FakeExchange {

    /** Of applications that sign nobody in by a password. */
    static final Supplier<SecurityContext> NO_SECURITY_CONTEXT = () -> {
        throw new AssertionError();
    };

    public final List<String> setCookies = new ArrayList<>();
    public String method = "GET";
    public String scheme = "https";
    public String serverName = "photos.example.com";
    public int serverPort = 443;
    public String remoteAddress = "203.0.113.7";
    public String contextPath = "/photos";
    public String requestUri = "/photos/orders";
    public @Nullable String queryString;
    public String servletPath = "/orders";
    public @Nullable String pathInfo;
    public long contentLength = -1;
    public boolean isAuthenticationRequest;
    public final AuthenticationParameters parameters = new AuthenticationParameters();

    final List<Integer> errors = new ArrayList<>();
    final Map<String, String> responseHeaders = new HashMap<>();
    final List<String> challenges = new ArrayList<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status;
    boolean isProtected;
    boolean isCommitted;
    boolean isCleaned;

    @Nullable
    CredentialValidationResult notified;

    /** What the container does when the application asks it to authenticate the caller. */
    BooleanSupplier onAuthenticate = () -> {
        throw new AssertionError();
    };

    private final FakeBrowser browser;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, List<String>> requestParameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> applicationAttributes = new HashMap<>();
    private @Nullable HttpServletRequest wrapped;
    private @Nullable String contentType;
    private byte[] content = {};

    /** In a web application that the initializer has prepared. */
    public FakeExchange() {
        this(new FakeBrowser());
    }

    /** The same, of a browser that keeps cookies and a session. */
    FakeExchange(FakeBrowser browser) {
        this.browser = browser;
        PreparedApplication.note(application());
    }

    FakeExchange inUnpreparedApplication() {
        applicationAttributes.clear();
        return this;
    }

    public FakeExchange header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    public FakeExchange parameter(String name, String... values) {
        requestParameters.put(name, List.of(values));
        return this;
    }

    /** With a body, and its length. */
    public FakeExchange body(@Nullable String type, String text) {
        contentType = type;
        content = text.getBytes(StandardCharsets.UTF_8);
        contentLength = content.length;
        return this;
    }

    private @Nullable String header(String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    private String @Nullable [] parameterValues(String name) {
        return requestParameters.containsKey(name) ? requestParameters.get(name).toArray(String[]::new) : null;
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
            case "getHeader" -> header((String) arguments[0]);
            case "getParameterValues" -> parameterValues((String) arguments[0]);
            case "getParameter" -> requestParameters.containsKey(arguments[0])
                    ? parameterValues((String) arguments[0])[0]
                    : null;
            case "getCookies" -> browser.sentCookies();
            case "getSession" -> browser.session((Boolean) arguments[0]);
            case "changeSessionId" -> browser.session(false).changeId();
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getServletContext" -> application();
            case "getUserPrincipal" -> notified == null ? null : notified.getCallerPrincipal();
            case "authenticate" -> onAuthenticate.getAsBoolean();
            case "getMethod" -> this.method;
            case "getContentType" -> contentType;
            case "getContentLengthLong" -> contentLength;
            case "getInputStream" -> contentStream();
            case "getScheme" -> scheme;
            case "getServerName" -> serverName;
            case "getServerPort" -> serverPort;
            case "getRemoteAddr" -> remoteAddress;
            case "getContextPath" -> contextPath;
            case "getRequestURI" -> requestUri;
            case "getQueryString" -> queryString;
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> pathInfo;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            default -> throw new AssertionError(method);
        });
    }

    private void addHeader(String name, String value) {
        if (name.equals("WWW-Authenticate")) {
            challenges.add(value);
        } else if (name.equals("Set-Cookie")) {
            setCookies.add(value);
        } else if (responseHeaders.put(name, value) != null) {
            throw new AssertionError("twice: " + name);
        }
    }

    private void setHeader(String name, String value) {
        if (name.equals("WWW-Authenticate")) {
            challenges.clear();
            challenges.add(value);
        }
        responseHeaders.put(name, value);
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "isCommitted" -> {
                    return isCommitted;
                }
                case "setHeader" -> setHeader((String) arguments[0], (String) arguments[1]);
                case "addHeader" -> addHeader((String) arguments[0], (String) arguments[1]);
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

    public HttpMessageContext context() {
        return proxy(HttpMessageContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAuthParameters" -> parameters;
            case "getRequest" -> wrapped == null ? request() : wrapped;
            case "getMessageInfo" -> messageInfo();
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

    /** The request as the application gets it. */
    public HttpServletRequest wrapped() {
        return wrapped;
    }

    private MessageInfo messageInfo() {
        return proxy(MessageInfo.class, (proxy, method, arguments) -> {
            assertThat(method.getName()).isEqualTo("setRequestMessage");
            wrapped = (HttpServletRequest) arguments[0];
            return null;
        });
    }

    private ServletContext application() {
        return proxy(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> applicationAttributes.get((String) arguments[0]);
            case "setAttribute" -> applicationAttributes.put((String) arguments[0], arguments[1]);
            default -> throw new AssertionError(method);
        });
    }

    private ServletInputStream contentStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new AssertionError();
            }
        };
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
