package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.RequestOutcome;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.SignInPage;
import io.github.cognitoee.internal.session.StepUp;
import io.github.cognitoee.internal.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells callers who may not pass what would let them: a sign-in, another one, or nothing. Immutable, thread-safe. */
final class Entrance {

    private final Challenge toAnonymous;
    private final boolean isOurs;
    private final Logins logins;
    private final Optional<ProtectedResource> resource;

    /** Where the mechanism is the library's, or the library is switched off. */
    Entrance(Challenge toAnonymous, Logins logins, Optional<ProtectedResource> resource) {
        this(toAnonymous, true, logins, resource);
    }

    /** Where another's mechanism is at work, to which no token helps. */
    static Entrance ofOther(Challenge toAnonymous) {
        return new Entrance(toAnonymous, false, Logins.NONE, Optional.empty());
    }

    /**
     * @param toAnonymous what callers are answered who are not sent to a sign-in page
     * @param isOurs whether clients are told in the words of RFC 6750
     * @param resource whose metadata the answers point to, where it publishes them
     */
    private Entrance(Challenge toAnonymous, boolean isOurs, Logins logins, Optional<ProtectedResource> resource) {
        this.toAnonymous = toAnonymous.pointingTo(resource);
        this.isOurs = isOurs;
        this.logins = logins;
        this.resource = resource;
    }

    /** Nobody is signed in. A browser that asks for a page is sent to sign in. */
    Objection toAnonymous(HttpServletRequest request) {
        return RequestOutcome.withheld(request)
                .<Objection>map(Objection.Refused::new)
                .or(() -> signIn(request, Visit.ORDINARY))
                .orElseGet(() -> new Objection.Refused(toAnonymous));
    }

    /** The caller's client was not given all of these. */
    Objection withoutScopes(Collection<String> required, HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? toAnonymous(request)
                : refused(isOurs ? Challenge.insufficientScope(required) : Challenge.FORBIDDEN);
    }

    /** The caller's sign-in is not enough. In a session a page has its user sign in anew. */
    Objection withoutStepUp(StepUp required, Optional<CognitoCallerPrincipal> caller, HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return toAnonymous(request);
        }
        if (caller.isEmpty() || caller.get().token().isMachine()) {
            return refused(Challenge.FORBIDDEN); // no sign-in of theirs would be another one
        }
        return Optional.of(caller.get())
                .filter(any -> ServedRequest.of(request).session().isPresent())
                .flatMap(user -> signIn(request, Visit.of(required, hints(required, user))))
                .orElseGet(() -> refused(
                        isOurs
                                ? Challenge.insufficientAuthentication(required.maxAge(), required.assurance())
                                : toAnonymous));
    }

    private Objection refused(Challenge challenge) {
        return new Objection.Refused(challenge.pointingTo(resource));
    }

    private Optional<Objection> signIn(HttpServletRequest request, Visit visit) {
        return logins.page()
                .filter(page -> SignInPage.isSeenBySomebody(request))
                .map(page -> new Objection.SentToSignIn(page.start(request, visit)));
    }

    /**
     * So that nobody types their name twice, or has to remember by which provider they came. Another provider's sign-in has no
     * level of assurance: where one is required it is not suggested.
     */
    private static Map<String, String> hints(StepUp required, CognitoCallerPrincipal user) {
        String name = user.token().username().orElse("");
        Optional<String> provider = providers(user).stream()
                .filter(candidate -> name.regionMatches(true, 0, candidate + "_", 0, candidate.length() + 1))
                .findFirst();
        if (provider.isEmpty()) {
            // where people sign in by e-mail Cognito makes their name up
            Optional<String> known = name.equals(user.token().subject())
                    ? user.token().string("email")
                    : Optional.of(name).filter(any -> !any.isEmpty());
            return known.map(hint -> Map.of("login_hint", hint)).orElse(Map.of());
        }
        return required.assurance().isEmpty() ? Map.of("identity_provider", provider.get()) : Map.of();
    }

    private static List<String> providers(CognitoCallerPrincipal user) {
        return user.token().claims().get("identities") instanceof List<?> identities
                ? identities.stream()
                        .map(identity -> identity instanceof Map<?, ?> members ? members.get("providerName") : null)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
