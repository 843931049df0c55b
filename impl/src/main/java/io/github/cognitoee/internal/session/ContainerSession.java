package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session of the container, in which an application may keep what belongs to its user, wherever the tokens are. One that
 * another request of the same browser has ended meanwhile is as good as none.
 */
public final class ContainerSession {

    private ContainerSession() {}

    /** Gives the session, if there is one, an id that nobody knew before. */
    static void changeId(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
    }

    /** Begins a session, if there is none. */
    static void begin(HttpServletRequest request) {
        request.getSession(true);
    }

    /** Ends the session, if there is one, with all that is in it. */
    public static void end(HttpServletRequest request) {
        tell(request, HttpSession::invalidate);
    }

    /** What is kept there by this name. */
    public static Optional<Object> find(HttpServletRequest request, String name) {
        return ask(request, session -> session.getAttribute(name));
    }

    /** Keeps something there, if there is a session. */
    public static void keep(HttpServletRequest request, String name, Object value) {
        tell(request, session -> session.setAttribute(name, value));
    }

    public static void remove(HttpServletRequest request, String name) {
        tell(request, session -> session.removeAttribute(name));
    }

    private static void tell(HttpServletRequest request, Consumer<HttpSession> what) {
        ask(request, session -> {
            what.accept(session);
            return session;
        });
    }

    private static <T> Optional<T> ask(HttpServletRequest request, Function<HttpSession, @Nullable T> question) {
        try {
            return Optional.ofNullable(request.getSession(false)).map(question);
        } catch (IllegalStateException e) { // another request of the same session was faster
            return Optional.empty();
        }
    }
}
