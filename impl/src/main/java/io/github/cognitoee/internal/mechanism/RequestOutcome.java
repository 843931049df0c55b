package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What the mechanism decided about a request, kept as a request attribute: some servers run an unprotected REST resource
 * although the mechanism refused, so whoever runs next must be able to ask.
 */
public final class RequestOutcome {

    private static final String REFUSED_WITH = RequestOutcome.class.getName() + ".refusedWith";

    private static final String WITHHELD = RequestOutcome.class.getName() + ".withheld";

    private RequestOutcome() {}

    /** Somebody proved something that is not taken, or cannot be looked at now, and the path is open to anybody. */
    static void withhold(HttpServletRequest request, Challenge challenge) {
        request.setAttribute(WITHHELD, challenge);
    }

    /** What to answer in place of asking for a sign-in, should a caller be needed after all. */
    public static Optional<Challenge> withheld(HttpServletRequest request) {
        return Optional.ofNullable((Challenge) request.getAttribute(WITHHELD));
    }

    static void refuse(HttpServletRequest request, Challenge challenge) {
        request.setAttribute(REFUSED_WITH, challenge);
    }

    /** The challenge with which the request was refused; empty when it was not. */
    public static Optional<Challenge> refusal(HttpServletRequest request) {
        return Optional.ofNullable((Challenge) request.getAttribute(REFUSED_WITH));
    }
}
