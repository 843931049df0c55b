package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request behind the context path, as the container sees it: decoded, and without path parameters. */
final class RequestPath {

    private RequestPath() {}

    static String of(HttpServletRequest request) {
        String pathInfo = request.getPathInfo();
        return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
    }
}
