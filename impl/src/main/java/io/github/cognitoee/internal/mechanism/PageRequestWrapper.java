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

    private final Optional<PasswordLogin> passwordLogin;

    private PageRequestWrapper(HttpServletRequest request, Optional<PasswordLogin> passwordLogin) {
        super(request);
        this.passwordLogin = passwordLogin;
    }

    /**
     * This request wrapped, unless it is.
     *
     * @param passwordLogin what {@code login} does; empty to leave that to the container, which refuses
     */
    static HttpServletRequest of(HttpServletRequest request, Optional<PasswordLogin> passwordLogin) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof PageRequestWrapper) {
                return request;
            }
            inner = wrapper.getRequest();
        }
        return new PageRequestWrapper(request, passwordLogin);
    }

    /** Whether the application asks for the caller to sign in, now. */
    static boolean isMeant(HttpServletRequest request) {
        return request.getAttribute(MEANT) != null;
    }

    @Override
    public void login(String username, String password) throws ServletException {
        if (passwordLogin.isPresent()) {
            passwordLogin.get().login(this, username, password);
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
