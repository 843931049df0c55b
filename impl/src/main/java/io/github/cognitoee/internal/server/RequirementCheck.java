package io.github.cognitoee.internal.server;

import io.github.cognitoee.InsufficientAuthenticationException;
import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.SignInCheck;
import io.github.cognitoee.internal.session.StepUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Compares the caller of this thread's request, and their sign-in, with what is required. Thread-safe. */
@ApplicationScoped
public class RequirementCheck {

    private static final System.Logger LOG = System.getLogger(RequirementCheck.class.getName());
    private static final int MOST_CAUSES = 10;
    private static final String NOBODY = "nobody is signed in with Cognito on this thread";

    private final CurrentCaller currentCaller;
    private final SignInCheck signIns;
    private final Entrance entrance;
    private final ConcurrentMap<Target, Requirements> requiredByBeans = new ConcurrentHashMap<>();

    private record Target(Class<?> type, Method method) {}

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected RequirementCheck() {
        this.currentCaller = null;
        this.signIns = null;
        this.entrance = null;
    }

    @Inject
    RequirementCheck(
            CurrentCaller currentCaller,
            Activation activation,
            Instance<CognitoSettings> settings,
            Instance<Logins> logins) {
        this(
                currentCaller,
                settings.stream().findFirst().map(SignInCheck::of),
                entrance(
                        settings.stream().findFirst(),
                        activation,
                        logins.stream().findFirst().orElse(Logins.NONE)));
    }

    /** Where the library is switched off, no sign-in would help. */
    private static Entrance entrance(Optional<CognitoSettings> settings, Activation activation, Logins logins) {
        Challenge toAnonymous =
                activation.active() ? settings.map(Challenge::signIn).orElse(Challenge.SIGN_IN) : Challenge.FORBIDDEN;
        return activation.storeAlone()
                ? Entrance.ofOther(toAnonymous)
                : new Entrance(toAnonymous, logins, settings.flatMap(CognitoSettings::protectedResource));
    }

    /** @param signIns empty where the library is switched off, and nobody signs in */
    RequirementCheck(CurrentCaller currentCaller, Optional<SignInCheck> signIns, Entrance entrance) {
        this.currentCaller = currentCaller;
        this.signIns =
                signIns.orElseGet(() -> new SignInCheck(AssuranceLevels.OF_COGNITO, Duration.ZERO, Clock.systemUTC()));
        this.entrance = entrance;
    }

    /** For objects that the server creates outside of CDI. */
    static RequirementCheck find() {
        return CDI.current().select(RequirementCheck.class).get();
    }

    /** Tells those what would help who may not pass. */
    Entrance entrance() {
        return entrance;
    }

    /** Whether the caller meets them. */
    boolean isMet(Requirements required) {
        return lackingScopes(required.scopes()).isEmpty()
                && lackingSignIn(stepUp(required)).isEmpty();
    }

    /** What a request is answered that may not pass. Scopes come first: no sign-in would bring them. */
    Optional<Objection> objection(Requirements required, HttpServletRequest request) {
        if (lackingScopes(required.scopes()).isPresent()) {
            return Optional.of(entrance.withoutScopes(required.scopes(), request));
        }
        StepUp stepUp = stepUp(required);
        return lackingSignIn(stepUp).map(why -> entrance.withoutStepUp(stepUp, currentCaller.find(), request));
    }

    /** What a request is answered that came upon a guarded bean. */
    Objection answer(InsufficientScopeException refused, HttpServletRequest request) {
        return entrance.withoutScopes(refused.requiredScopes(), request);
    }

    /** The same. */
    Objection answer(InsufficientAuthenticationException refused, HttpServletRequest request) {
        return entrance.withoutStepUp(new StepUp(refused.maxAge(), refused.assurance()), currentCaller.find(), request);
    }

    /** The same, should a bean's refusal be in this, or behind it: pages wrap what their beans throw. */
    Optional<Objection> objection(Exception thrown, HttpServletRequest request) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof InsufficientScopeException refused) {
                return Optional.of(answer(refused, request));
            }
            if (cause instanceof InsufficientAuthenticationException refused) {
                return Optional.of(answer(refused, request));
            }
            cause = cause instanceof ServletException servlet && servlet.getRootCause() != null
                    ? servlet.getRootCause()
                    : cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * @throws InsufficientScopeException when the caller's client may not call this method of a bean
     * @throws InsufficientAuthenticationException when the caller's sign-in is not enough for it
     */
    void requireFor(Class<?> type, Method method) {
        Requirements required = requiredByBeans.computeIfAbsent(
                new Target(type, method), target -> Requirements.of(target.type(), target.method()));
        if (required.isEmpty()) {
            throw new IllegalStateException(
                    "something is required of " + method + ", but its annotation cannot be found; write it there");
        }
        lackingScopes(required.scopes()).ifPresent(why -> {
            throw new InsufficientScopeException(
                    type.getName() + "." + method.getName() + " requires the scopes '" + words(required.scopes())
                            + "': " + why,
                    required.scopes());
        });
        StepUp stepUp = stepUp(required);
        lackingSignIn(stepUp).ifPresent(why -> {
            throw new InsufficientAuthenticationException(
                    type.getName() + "." + method.getName() + " requires another sign-in: " + why,
                    stepUp.maxAge(),
                    stepUp.assurance());
        });
    }

    private StepUp stepUp(Requirements required) {
        return required.concernSignIn() ? signIns.required(required.maxAge(), required.assurances()) : StepUp.NONE;
    }

    /** Why the caller's client does not hold them; empty when it does. */
    private Optional<String> lackingScopes(Set<String> required) {
        if (required.isEmpty()) {
            return Optional.empty();
        }
        Optional<CognitoCallerPrincipal> caller = currentCaller.find();
        if (caller.filter(held -> held.scopes().containsAll(required)).isPresent()) {
            return Optional.empty();
        }
        String why = caller.map(held -> held.carriesScopes()
                        ? "the caller's access token does not hold all of them"
                        : "the caller sent an ID token, which carries no scopes; have the client send its access token")
                .orElse(NOBODY);
        LOG.log(Level.DEBUG, "scopes {0} are required: {1}", words(required), why);
        return Optional.of(why);
    }

    /** Why the caller's sign-in is not enough; empty when it is. */
    private Optional<String> lackingSignIn(StepUp required) {
        if (required.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> why = currentCaller
                .find()
                .map(caller -> caller.token().isMachine()
                        ? Optional.of("no person is calling but a machine, which does not sign in")
                        : signIns.lacking(required, caller.token()))
                .orElse(Optional.of(NOBODY));
        why.ifPresent(reason -> LOG.log(Level.DEBUG, "another sign-in is required: {0}", reason));
        return why;
    }

    private static String words(Set<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }
}
