package io.github.cognitoee.internal.session;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Where a browser goes after signing in: always an address of the application itself. */
public final class ReturnPath {

    /** What a request target consists of (RFC 3986 section 3.3), without what browsers might take for something else. */
    private static final Pattern TARGET = Pattern.compile("/[\\w.~!$&'()*+,;=:@%/?-]*");

    private static final int MAX_LENGTH = 1500;

    private ReturnPath() {}

    /**
     * The address that the request asked for, if it can be asked for again; else the application's root.
     *
     * @param baseUrl the application's own address, to which the path is put
     */
    static String of(HttpServletRequest request, String baseUrl) {
        return CrossSite.isUnsafe(request.getMethod()) ? baseUrl + "/" : baseUrl + behindContext(request);
    }

    /**
     * What the client asked for, wherever it was forwarded to, without the context path; {@code /} where browsers might take
     * it for something else.
     */
    public static String behindContext(HttpServletRequest request) {
        boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        String uri = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)
                : request.getRequestURI();
        String query = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
                : request.getQueryString();
        String context = request.getContextPath();
        String target =
                uri.startsWith(context) ? uri.substring(context.length()) + (query == null ? "" : "?" + query) : "/";
        return TARGET.matcher(target).matches() && target.length() <= MAX_LENGTH ? target : "/";
    }
}
