package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * A guest for each session of the container, which is made where there is none. Who signs in is another guest from then on,
 * lest two people who use one browser share an identity. Sessions outlive a configuration: in another identity pool everybody
 * is another guest.
 */
final class SessionGuests implements GuestBook {

    private final CurrentCaller currentCaller;

    /** That of who is not signed in. */
    private final String attribute;

    SessionGuests(CurrentCaller currentCaller, String identityPoolId) {
        this.currentCaller = currentCaller;
        this.attribute = "io.github.cognitoee.guest " + identityPoolId;
    }

    @Override
    public Optional<Guest> current() {
        return existing(request()).map(this::guestOf);
    }

    @Override
    public Guest begin() {
        return guestOf(made(request()));
    }

    private Guest guestOf(HttpSession session) {
        return new InSession(
                session,
                currentCaller
                        .find()
                        .map(Person::of)
                        .or(() -> currentCaller.findOther().map(Person::ofOther))
                        .map(this::attributeOf)
                        .orElse(attribute));
    }

    @Override
    public Optional<Guest> before() {
        return currentCaller
                .request()
                .map(ServedRequest::request)
                .flatMap(SessionGuests::existing)
                .map(session -> (Guest) new InSession(session, attribute))
                .filter(guest -> guest.identityId().isPresent());
    }

    private String attributeOf(Person caller) {
        return attribute + " " + caller.issuer() + " " + caller.subject();
    }

    private HttpServletRequest request() {
        return currentCaller
                .request()
                .map(ServedRequest::request)
                .orElseThrow(() -> new CallerRequiredException("Guest credentials were asked for on thread '"
                        + Thread.currentThread().getName()
                        + "', which serves no request, and guests have an identity for each session: resolve them in"
                        + " the request, or set cognito.identity-pool.guests.identity=PER_NODE"));
    }

    /** None also where a server tells of one that has ended by an exception. */
    private static Optional<HttpSession> existing(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getSession(false));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static HttpSession made(HttpServletRequest request) {
        try {
            return request.getSession(true);
        } catch (IllegalStateException e) {
            throw new CallerRequiredException(
                    "Guest credentials were asked for when the answer had been sent, too late to begin the session in"
                            + " which the guest's identity is kept: resolve them earlier in the request, or set"
                            + " cognito.identity-pool.guests.identity=PER_NODE",
                    e);
        }
    }

    /** One that another request of the same browser has ended meanwhile keeps nothing. */
    private record InSession(HttpSession session, String attribute) implements Guest {

        @Override
        public Object key() {
            try {
                return session.getId() + " " + attribute;
            } catch (IllegalStateException e) {
                return session;
            }
        }

        @Override
        public Optional<String> identityId() {
            try {
                return Optional.ofNullable((String) session.getAttribute(attribute));
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }

        @Override
        public void give(String identityId) {
            try {
                session.setAttribute(attribute, identityId);
            } catch (IllegalStateException e) {
                // nobody will ask for it again
            }
        }

        @Override
        public void take(String identityId) {
            if (identityId().filter(identityId::equals).isPresent()) {
                try {
                    session.removeAttribute(attribute);
                } catch (IllegalStateException e) {
                    // it has gone with the session
                }
            }
        }

        @Override
        public String toString() {
            return "Guest";
        }
    }
}
