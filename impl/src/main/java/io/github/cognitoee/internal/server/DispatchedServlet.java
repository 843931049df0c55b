package io.github.cognitoee.internal.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Which servlet a filter stands in front of. */
final class DispatchedServlet {

    private DispatchedServlet() {}

    /** Its name; null where there is none. */
    static @Nullable String name(HttpServletRequest request) {
        return mapping(request).getServletName();
    }

    /** An included servlet is not the request's own. */
    private static HttpServletMapping mapping(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE
                        && request.getAttribute(RequestDispatcher.INCLUDE_MAPPING)
                                instanceof HttpServletMapping included
                ? included
                : request.getHttpServletMapping();
    }
}
