package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What managed login's answer comes to. Nobody is half signed in: there are tokens that passed every check, or none. */
final class Callback {

    private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");
    private static final Set<String> REFUSALS = Set.of("access_denied", "login_required", "invalid_request");

    private final ManagedLoginConfig config;
    private final OAuthEndpoints endpoints;
    private final FlowCookies flows;
    private final FreshTokens tokens;
    private final Clock clock;

    Callback(ManagedLoginConfig config, OAuthEndpoints endpoints, FlowCookies flows, FreshTokens tokens, Clock clock) {
        this.config = config;
        this.endpoints = endpoints;
        this.flows = flows;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Either of two ends. */
    sealed interface Result {

        <T> T fold(Function<? super SignedIn, ? extends T> signedIn, Function<? super Failed, ? extends T> failed);
    }

    /** Tokens that passed every check; the flow is not over yet. */
    record SignedIn(Flow flow, SessionTokens tokens) implements Result {
        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn, Function<? super Failed, ? extends T> failed) {
            return signedIn.apply(this);
        }
    }

    /**
     * @param detail for the log, without secrets
     * @param setCookies headers that end the flow, where there is one
     */
    record Failed(Failure failure, String detail, List<String> setCookies) implements Result {
        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn, Function<? super Failed, ? extends T> failed) {
            return failed.apply(this);
        }
    }

    /** @param baseUrl the application's own address */
    Result answer(HttpServletRequest request, String baseUrl) {
        Optional<String> state = only("state", request);
        Optional<Flow> flow = state.flatMap(text -> flows.find(text, request));
        if (flow.isEmpty()) {
            return new Failed(
                    Failure.NOT_STARTED_HERE,
                    state.isEmpty() ? "no single state" : "this browser has no sign-in of this state",
                    List.of());
        }
        List<String> ended = List.of(flows.drop(flow.get(), request));
        String error = request.getParameter("error");
        if (error != null) {
            return refused(error, ended);
        }
        Optional<String> code = only("code", request);
        return code.isEmpty()
                ? new Failed(Failure.MALFORMED, "no single code", ended)
                : redeem(code.get(), flow.get(), config.redirectUri().under(baseUrl), ended);
    }

    private static Result refused(String error, List<String> ended) {
        String shown = error.matches("[a-z_]{1,64}") ? error : "an error of another form";
        if (TEMPORARY.contains(error)) {
            return new Failed(Failure.UNAVAILABLE, "managed login says " + shown, ended);
        }
        return REFUSALS.contains(error)
                ? new Failed(Failure.DENIED, "managed login says " + shown, ended)
                : new Failed(
                        Failure.MISCONFIGURED,
                        "managed login says " + shown + "; look at the app client's OAuth settings",
                        ended);
    }

    private Result redeem(String code, Flow flow, String redirectUri, List<String> ended) {
        return endpoints
                .redeem(code, flow.verifier(), redirectUri)
                .fold(
                        issued -> verified(issued, flow, ended),
                        refused -> refused.error().equals(TokenAnswer.Refused.INVALID_GRANT)
                                ? new Failed(Failure.EXPIRED_CODE, "the token endpoint does not know the code", ended)
                                : new Failed(
                                        Failure.MISCONFIGURED,
                                        "the token endpoint says " + refused.error()
                                                + "; look at client id, secret and redirect URI",
                                        ended),
                        unavailable ->
                                new Failed(Failure.UNAVAILABLE, "the token endpoint: " + unavailable.detail(), ended));
    }

    private Result verified(TokenAnswer.Issued issued, Flow flow, List<String> ended) {
        return tokens.objection(issued.idToken(), issued.accessToken(), Optional.of(flow.nonce()), flow.required())
                .<Result>map(objection -> failed(objection, ended))
                .orElseGet(() -> new SignedIn(
                        flow,
                        new SessionTokens(
                                issued.idToken(), issued.accessToken(), issued.refreshToken(), clock.instant())));
    }

    private static Failed failed(FreshTokens.Objection objection, List<String> ended) {
        String detail = objection.failure() == Failure.INSUFFICIENT
                ? objection.detail() + ", though managed login was asked for that"
                : objection.detail();
        return new Failed(objection.failure(), detail, ended);
    }

    /** A parameter that is there exactly once. */
    private static Optional<String> only(String name, HttpServletRequest request) {
        String @Nullable [] values = request.getParameterValues(name);
        return values != null && values.length == 1 && !values[0].isEmpty() ? Optional.of(values[0]) : Optional.empty();
    }
}
