package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells requests for a page, whose answer a person sees, from those of scripts and programs. To these a redirect to a sign-in
 * page says nothing.
 */
final class PageRequest {

    private PageRequest() {}

    static boolean isOne(HttpServletRequest request) {
        if ("XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            return false;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
