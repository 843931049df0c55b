package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.Challenge;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerEndFilterTest {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final VerifiedJwt token = TestTokens.verified(TestTokens.idToken(Map.of()));
    private final CognitoCallerPrincipal alice = new CognitoCallerPrincipal("alice", token, Set.of(), () -> {
        throw new AssertionError();
    });
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/html"));
    private final List<String> answers = new ArrayList<>();
    private Instant now = TestTokens.NOW;
    private String contextPath = "/photos";
    private String uri = "/photos/members";
    private @Nullable String query;
    private @Nullable Principal caller = alice;
    private @Nullable Map<String, Object> session = new HashMap<>();
    private final List<String> signedOut = new ArrayList<>();
    private final List<String> othersSignedOut = new ArrayList<>();
    private boolean isEndedMeanwhile;
    private @Nullable RuntimeException failure;
    private @Nullable HttpServletRequest served;

    @Test
    void whoseTokensAreGoodIsServed() throws Exception {
        filter();

        assertThat(served).isNotNull();
        assertThat(answers).isEmpty();
    }

    @Test
    void theirTokensAreGoodAsLongAsVerificationHasIt() throws Exception {
        now = token.expiresAt().plus(SKEW);
        filter();
        assertThat(served).isNotNull();

        served = null;
        now = now.plusMillis(1);
        filter();
        assertThat(served).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/photos, /photos/members, , /photos/members",
        "/photos, /photos/members, page=2, /photos/members?page=2",
        "'', //evil.example/members, , /",
        "'', /members, , /members",
    })
    void thePageOfWhomHasEndedIsAskedForAgain(String context, String asked, @Nullable String with, String location)
            throws Exception {
        contextPath = context;
        uri = asked;
        query = with;
        now = token.expiresAt().plus(SKEW).plusSeconds(1);

        filter();

        assertThat(served).isNull();
        assertThat(caller).isNull();
        assertThat(session).isNull();
        assertThat(answers).containsExactly("to " + location);
    }

    @Test
    void aScriptIsToldThatNobodyIsSignedIn() throws Exception {
        headers.put("Accept", "application/json");
        now = token.expiresAt().plus(SKEW).plusSeconds(1);

        filter();

        assertThat(served).isNull();
        assertThat(session).isNull();
        assertThat(answers).containsExactly("WWW-Authenticate: Login", "401");
    }

    @Test
    void aSessionThatKeptTheNameAndLostTheProofHasEnded() throws Exception {
        filter();
        served = null;
        caller = new CallerPrincipal("alice");

        filter();

        assertThat(served).isNull();
        assertThat(session).isNull();
    }

    @Test
    void aCallerOfAnotherStoreIsNoneOfOurs() throws Exception {
        caller = new CallerPrincipal("alice");
        filter();
        assertThat(served).isNotNull();

        caller = alice;
        filter();
        served = null;
        caller = new CallerPrincipal("bob");
        filter();
        assertThat(served).isNotNull();
    }

    @Test
    void afterASignOutTheSameNameMayBeAnotherStores() throws Exception {
        filter();
        served.logout();
        assertThat(alice.hasSignedOut()).isTrue();
        served = null;
        caller = new CallerPrincipal("alice");

        filter();

        assertThat(served).isNotNull();
    }

    @Test
    void whoSignsOutIsToldOfWhileTheContainerKnowsThem() throws Exception {
        filter();
        assertThat(signedOut).isEmpty();

        served.logout();

        assertThat(signedOut).containsExactly(token.rawToken());
        assertThat(othersSignedOut).isEmpty();
    }

    @Test
    void soItIsWithCallersOfOtherStores() throws Exception {
        caller = new CallerPrincipal("bob");
        filter();
        assertThat(othersSignedOut).isEmpty();

        served.logout();

        assertThat(othersSignedOut).containsExactly("bob");
        assertThat(signedOut).isEmpty();
    }

    @Test
    void whoSignsOutIsOutThoughSomethingThatIsKeptCannotBeDropped() throws Exception {
        filter();
        failure = new IllegalStateException("the session store is away");

        assertThatThrownBy(() -> served.logout()).hasMessage("the session store is away");

        assertThat(alice.hasSignedOut()).isTrue();
        assertThat(caller).isNull();
    }

    @Test
    void ofRequestsOfOneExpiredSessionTheSlowerIsAnsweredAsTheFaster() throws Exception {
        now = token.expiresAt().plus(SKEW).plusSeconds(1);
        isEndedMeanwhile = true;

        filter();

        assertThat(served).isNull();
        assertThat(answers).containsExactly("to /photos/members");
    }

    @Test
    void aRequestIsServedWhoseSessionAnotherHasEnded() throws Exception {
        isEndedMeanwhile = true;

        filter();
        served.logout();

        assertThat(caller).isNull();
        assertThat(answers).isEmpty();
    }

    @Test
    void withoutASessionNoneIsMade() throws Exception {
        session = null;

        filter();

        assertThat(served).isNotNull();
        assertThat(session).isNull();
    }

    @Test
    void nobodyIsServedAsNobody() throws Exception {
        caller = null;

        filter();

        assertThat(served).isNotNull();
        assertThat(session).isEmpty();
    }

    private void filter() throws IOException, ServletException {
        Entrance entrance = Entrance.ofOther(new Challenge(401, Map.of("WWW-Authenticate", "Login")));
        new CallerEndFilter(entrance, SKEW, Clock.fixed(now, ZoneOffset.UTC), this::signOut, this::signOutOther)
                .doFilter(request(), response(), (request, response) -> served = (HttpServletRequest) request);
    }

    private void signOut(ServedRequest request) {
        request.identityToken().ifPresent(signedOut::add);
        if (failure != null) {
            throw failure;
        }
    }

    private void signOutOther(Principal other) {
        othersSignedOut.add(other.getName());
    }

    private HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getUserPrincipal" -> caller;
            case "getSession" -> session == null ? null : session();
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHeader" -> headers.get((String) arguments[0]);
            case "getContextPath" -> contextPath;
            case "getRequestURI" -> uri;
            case "getQueryString" -> query;
            case "logout" -> {
                caller = null;
                if (isEndedMeanwhile
                        && now.isAfter(token.expiresAt())) { // as one whose mechanism keeps something there
                    throw new IllegalStateException("Session already invalidated");
                }
                yield null;
            }
            default -> throw new AssertionError(method);
        });
    }

    private HttpSession session() {
        return proxy(HttpSession.class, (proxy, method, arguments) -> {
            if (isEndedMeanwhile) {
                throw new IllegalStateException("Session already invalidated");
            }
            return switch (method.getName()) {
                case "getAttribute" -> session.get((String) arguments[0]);
                case "setAttribute" -> session.put((String) arguments[0], arguments[1]);
                case "removeAttribute" -> session.remove((String) arguments[0]);
                case "invalidate" -> {
                    session = null;
                    yield null;
                }
                default -> throw new AssertionError(method);
            };
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "sendRedirect" -> answers.add("to " + arguments[0]);
            case "setHeader" -> answers.add(arguments[0] + ": " + arguments[1]);
            case "sendError" -> answers.add(arguments[0].toString());
            default -> throw new AssertionError(method);
        });
    }

    /** Methods of which nobody uses what they return may return anything. */
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object returned = handler.invoke(self, method, arguments);
                    return method.getReturnType() == void.class ? null : returned;
                }));
    }
}
