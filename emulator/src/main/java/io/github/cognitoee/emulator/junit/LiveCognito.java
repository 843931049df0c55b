package io.github.cognitoee.emulator.junit;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.Faults;
import io.github.cognitoee.emulator.Iam;
import io.github.cognitoee.emulator.Issuer;
import io.github.cognitoee.emulator.LoginProviders;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.Outbox;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.Risks;
import io.github.cognitoee.emulator.TokenMinter;
import io.github.cognitoee.emulator.Triggers;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A running emulator and its clock. JUnit closes it, whatever becomes of the tests. */
final class LiveCognito implements ClosedByJUnit {

    private static final Map<Class<?>, Function<LiveCognito, Object>> PARTS = Map.ofEntries(
            Map.entry(CognitoEmulator.class, live -> live.emulator),
            Map.entry(TokenMinter.class, live -> live.emulator.tokens()),
            Map.entry(Faults.class, live -> live.emulator.faults()),
            Map.entry(RequestCounts.class, live -> live.emulator.requests()),
            Map.entry(Outbox.class, live -> live.emulator.outbox()),
            Map.entry(Triggers.class, live -> live.emulator.triggers()),
            Map.entry(Risks.class, live -> live.emulator.risks()),
            Map.entry(Iam.class, live -> live.emulator.iam()),
            Map.entry(LoginProviders.class, live -> live.emulator.loginProviders()),
            Map.entry(MovableClock.class, live -> live.clock),
            Map.entry(URI.class, live -> live.emulator.endpoint()));

    private final MovableClock clock = MovableClock.startingNow();
    private final CognitoEmulator emulator;

    LiveCognito(EmulatorConfig config, Issuer issuer) {
        emulator = CognitoEmulator.builder()
                .config(config)
                .issuer(issuer)
                .clock(clock)
                .start();
    }

    static boolean hasPart(Class<?> type) {
        return PARTS.containsKey(type);
    }

    /** The types of its parts, for people. */
    static String partNames() {
        return PARTS.keySet().stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
    }

    /** @param type one for which there is a part */
    Object part(Class<?> type) {
        Function<LiveCognito, Object> part = PARTS.get(type);
        if (part == null) {
            throw new IllegalArgumentException("no part of an emulator: " + type.getName());
        }
        return part.apply(this);
    }

    Map<String, String> configuration() {
        return emulator.configuration();
    }

    void reset() {
        emulator.reset();
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void close() {
        emulator.close();
    }
}
