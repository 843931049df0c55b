package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The request as an application with pages sees it: its {@code authenticate} is told from the calls of that name that some
 * servers make by themselves, and its {@code login}, which servers refuse where a mechanism is at work, signs in.
 */
final class PageRequestWrapper extends HttpServletRequestWrapper {

    private static final String MEANT = PageRequestWrapper.class.getName() + ".meant";

    private final Optional<RequestLogin> requestLogin;

    private PageRequestWrapper(HttpServletRequest request, Optional<RequestLogin> requestLogin) {
        super(request);
        this.requestLogin = requestLogin;
    }

    /**
     * This request wrapped, unless it is.
     *
     * @param requestLogin what {@code login} does; empty to leave that to the container, which refuses
     */
    static HttpServletRequest of(HttpServletRequest request, Optional<RequestLogin> requestLogin) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof PageRequestWrapper) {
                return request;
            }
            inner = wrapper.getRequest();
        }
        return new PageRequestWrapper(request, requestLogin);
    }

    /** Whether the application asks for the caller to sign in, now. */
    static boolean isMeant(HttpServletRequest request) {
        return request.getAttribute(MEANT) != null;
    }

    @Override
    public void login(String username, String password) throws ServletException {
        if (requestLogin.isPresent()) {
            requestLogin.get().login(this, username, password);
        } else {
            super.login(username, password);
        }
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        if (getUserPrincipal() != null) {
            return true;
        }
        setAttribute(MEANT, true);
        try {
            return super.authenticate(response);
        } finally {
            removeAttribute(MEANT);
        }
    }
}
