package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.emulator.KeyFault;
import java.time.Duration;
import java.util.List;

/**
 * What was measured of an outage of the key endpoint, under load.
 *
 * @param fetches begun while it lasted
 * @param requests that the endpoint saw meanwhile
 * @param length how long it lasted
 * @param load what came of the tokens, during the outage and until the keys were fetched again
 * @param untilAccepted from the end of the outage until the next valid token was accepted
 * @param untilFetched from the end of the outage until the keys were fetched again
 */
record Outage(
        Situation situation,
        long fetches,
        long requests,
        Duration length,
        Load.Tally load,
        Duration untilAccepted,
        Duration untilFetched) {

    private static final Duration LENGTH = Duration.ofSeconds(8);

    static Outage measure(KeyFault fault, Situation situation) {
        try (Service service = new Service(Situation.TIME_TO_LIVE)) {
            List<String> valid = service.validTokens();
            List<String> bad = service.badTokens();
            situation.prepare(service);
            long fetchesBefore = service.fetcher.begun();
            long requestsBefore = service.keyRequests();
            service.emulator.faults().keys(fault);
            situation.begin(service);
            long begin = service.clock.millis();
            try (Load load = new Load(service, valid, bad)) {
                Service.pause(LENGTH);
                long fetches = service.fetcher.begun() - fetchesBefore;
                long requests = service.keyRequests() - requestsBefore;
                long good = service.fetcher.good();
                service.emulator.faults().clear();
                long end = service.clock.millis();
                Duration untilAccepted = service.await(load::presentValid);
                service.await(() -> service.fetcher.good() > good);
                return new Outage(
                        situation,
                        fetches,
                        requests,
                        Duration.ofMillis(end - begin),
                        load.tally(),
                        untilAccepted,
                        Duration.ofMillis(service.fetcher.lastGoodAt() - end));
            }
        }
    }

    /** The most fetches there may be: each of them fails at once, and the pauses between them are the shortest. */
    long fetchesAllowed() {
        Backoff shortest = new Backoff(() -> 0);
        int fetches = 0;
        for (Duration at = Duration.ZERO; at.compareTo(length) <= 0; at = at.plus(shortest.pause(fetches))) {
            fetches++;
        }
        return fetches;
    }

    double fetchesPerSecond() {
        return fetches * 1000.0 / length.toMillis();
    }
}
