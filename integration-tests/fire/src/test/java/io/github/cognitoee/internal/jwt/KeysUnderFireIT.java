package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cognitoee.emulator.KeyFault;
import io.github.cognitoee.event.RejectionReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers notice when the key endpoint fails, is flooded or rotates its keys; asserted, and measured in a table. */
@TestMethodOrder(MethodOrderer.MethodName.class) // the order of the table's rows
class KeysUnderFireIT {

    /** The log of outages that are meant would hide the table. Held here, or the level is lost with the logger. */
    private static final Logger LOG = Logger.getLogger("io.github.cognitoee");

    private static final Report REPORT = new Report();

    @BeforeAll
    static void warmUp() {
        LOG.setLevel(Level.OFF);
        try (Service service = new Service(Duration.ofDays(1))) {
            List<String> valid = service.validTokens();
            List<String> bad = service.badTokens();
            service.deployWithKeys();
            try (Load load = new Load(service, valid, bad)) {
                Service.pause(Duration.ofSeconds(3));
                assertThat(load.tally().accepted()).isPositive();
            }
        }
    }

    @AfterAll
    static void writeReport() throws IOException {
        REPORT.write(Path.of(System.getProperty("fire.report")));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("slow, 4 s", KeyFault.slow(Duration.ofSeconds(4))),
                arguments("trickling head", KeyFault.trickling(Duration.ofMillis(100))),
                arguments("status 500", KeyFault.status(500)),
                arguments("gone, 404", KeyFault.status(404)),
                arguments("truncated", KeyFault.truncated()),
                arguments("huge, 10 MB", KeyFault.huge(10_000_000)),
                arguments("wrong content", KeyFault.wrongContent()),
                arguments("not a key set", KeyFault.notAKeySet()),
                arguments("no keys", KeyFault.noKeys()),
                arguments("connection closed", KeyFault.connectionClosed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void inAnOutageNoValidTokenIsRefusedAndNoBadOneAccepted(String name, KeyFault fault) throws Exception {
        List<Outage> outages = allSituationsAtOnce(fault);
        outages.forEach(outage -> REPORT.add(name, outage));

        for (Outage outage : outages) {
            Load.Tally load = outage.load();
            assertThat(load.refused()).as("valid tokens refused: %s", outage).isZero();
            assertThat(load.badPresented()).as("bad tokens presented").isPositive();
            assertThat(load.badAccepted()).as("bad tokens accepted: %s", outage).isZero();
            assertThat(outage.fetches()).as("fetches: %s", outage).isBetween(1L, outage.fetchesAllowed());
            if (outage.situation().keysAreKnown()) {
                assertThat(load.unavailable()).as("not judged: %s", outage).isZero();
            } else {
                assertThat(load.unavailable()).as("not judged: %s", outage).isPositive();
            }
        }
    }

    private static List<Outage> allSituationsAtOnce(KeyFault fault) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Situation.values().length);
        try {
            List<Callable<Outage>> measurements = Stream.of(Situation.values())
                    .<Callable<Outage>>map(situation -> () -> Outage.measure(fault, situation))
                    .toList();
            List<Outage> outages = new ArrayList<>();
            for (Future<Outage> outage : threads.invokeAll(measurements)) {
                outages.add(outage.get());
            }
            return outages;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aFloodOfMadeUpKeysCausesOneFetchPerPenaltyAndHarmsNobody() {
        Flood flood = Flood.measure();
        REPORT.add(flood);

        assertThat(flood.unknownKey()).isEqualTo(Flood.TOKENS);
        assertThat(flood.fetches()).isBetween(1L, flood.fetchesAllowed());
        assertThat(flood.load().accepted()).isEqualTo(flood.load().valid()).isPositive();
        assertThat(flood.load().badAccepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DUE", "STALE"})
    void aFloodOfMadeUpKeysParksFewWhileTheEndpointIsSlow(Situation situation) {
        FloodInOutage flood = FloodInOutage.measure(situation);
        REPORT.add(flood);

        assertThat(flood.mostParked()).isBetween(1, 8);
        assertThat(flood.load().accepted()).isEqualTo(flood.load().valid()).isPositive();
        assertThat(flood.load().badAccepted()).isZero();
    }

    @Test
    void keysPublishedOnePenaltyBeforeTheySignRefuseNobody() {
        Rotation rotation = Rotation.withLead();
        REPORT.add("published 10 s before they sign", rotation, "refusals ended after");

        assertThat(rotation.newTokens().refused()).isZero();
        assertThat(rotation.newTokens().unavailable()).isZero();
        assertThat(rotation.oldTokens().refused()).isZero();
        assertThat(rotation.newTokens().accepted()).isPositive();
        assertThat(rotation.badAccepted()).isZero();
        assertThat(rotation.fetches()).isOne();
    }

    @Test
    void keysThatSignAtOnceAreUnknownUntilThePenaltyIsOver() {
        Rotation rotation = Rotation.withoutLead();
        REPORT.add("sign at once", rotation, "refusals ended after");

        assertThat(rotation.newTokens().reasons()).containsExactly(RejectionReason.UNKNOWN_KEY);
        assertThat(rotation.newTokens().accepted()).isPositive();
        assertThat(rotation.oldTokens().refused()).isZero();
        assertThat(rotation.badAccepted()).isZero();
        assertThat(rotation.fetches()).isOne();
    }

    @Test
    void tokensOfRetiredKeysAreAcceptedUntilTheSetIsFetchedAgain() {
        Rotation rotation = Rotation.retirement();
        REPORT.add("old keys retired, max-age 5 min (4 min skipped)", rotation, "still accepted for");

        assertThat(rotation.oldTokens().reasons()).containsExactly(RejectionReason.UNKNOWN_KEY);
        assertThat(rotation.refusedAfterFetch()).isTrue();
        assertThat(rotation.newTokens().refused()).isZero();
        assertThat(rotation.badAccepted()).isZero();
        assertThat(rotation.fetches()).isOne();
    }
}
