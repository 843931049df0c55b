package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;

/** Where browsers are sent whose user has to sign in. */
public interface SignInPage {

    /** Sends the browser there, to come back to what it asked for. */
    PageAnswer start(HttpServletRequest request, Visit visit);

    /** Whether to send a browser there makes sense: a person looks at what comes back. */
    static boolean isSeenBySomebody(HttpServletRequest request) {
        return PageRequest.isOne(request);
    }
}
