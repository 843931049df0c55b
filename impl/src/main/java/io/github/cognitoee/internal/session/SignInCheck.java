package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Compares the sign-in behind a token with what is required of it. Immutable, thread-safe. */
public final class SignInCheck {

    private final AssuranceLevels levels;
    private final Duration clockSkew;
    private final Clock clock;

    /** By these settings and the system's clock. */
    public static SignInCheck of(CognitoSettings settings) {
        return new SignInCheck(
                settings.assuranceLevels(), settings.verification().clockSkew(), Clock.systemUTC());
    }

    /** @param clockSkew how far the clocks of Cognito and of this server may differ */
    public SignInCheck(AssuranceLevels levels, Duration clockSkew, Clock clock) {
        this.levels = levels;
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    /** What meets all of these: of several levels that is the highest. */
    public StepUp required(Optional<Duration> maxAge, Set<String> assurances) {
        return new StepUp(maxAge, levels.highest(assurances));
    }

    /** Why the sign-in is not enough; empty where it is. */
    public Optional<String> lacking(StepUp required, VerifiedJwt token) {
        return tooOld(required, token).or(() -> tooWeak(required, token));
    }

    private Optional<String> tooOld(StepUp required, VerifiedJwt token) {
        if (required.maxAge().isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> signedInAt = token.date("auth_time");
        if (signedInAt.isEmpty()) {
            return Optional.of("the token does not tell when its user signed in");
        }
        Duration age = Duration.between(signedInAt.get(), clock.instant());
        Duration most = required.maxAge().get();
        if (age.plus(clockSkew).isNegative()) {
            return Optional.of("the sign-in is in the future");
        }
        return age.compareTo(most.plus(clockSkew)) <= 0
                ? Optional.empty()
                : Optional.of("the sign-in is " + age.toSeconds() + " s old, of " + most.toSeconds() + " s at most");
    }

    private Optional<String> tooWeak(StepUp required, VerifiedJwt token) {
        if (required.assurance().isEmpty()) {
            return Optional.empty();
        }
        String least = required.assurance().get();
        Optional<String> reached = token.string("acr");
        return reached.filter(level -> levels.reaches(level, least)).isPresent()
                ? Optional.empty()
                : Optional.of("the sign-in reached " + reached.map(this::shown).orElse("no level of assurance")
                        + ", of " + least + " at least");
    }

    private String shown(String level) {
        return levels.has(level) ? level : "a level that cognito.assurance-levels does not name";
    }
}
