package io.github.cognitoee.internal.jwt;

import java.time.Duration;
import java.util.List;

/**
 * What was measured of a rotation of keys, under load. In each, the set was fetched right before the change, which is when
 * the verifier learns of it last.
 *
 * @param fetches begun since the change
 * @param newTokens what came of the tokens signed by the new keys
 * @param oldTokens what came of those signed by the old ones
 * @param lasted from the change until all tokens were answered as the published keys have it
 * @param refusedAfterFetch whether the first refusal of an old token, if any, came after the set was fetched again
 */
record Rotation(long fetches, Load.Tally newTokens, Load.Tally oldTokens, Duration lasted, boolean refusedAfterFetch) {

    private static final Duration PENALTY = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration UNTIL_DUE = Duration.ofMinutes(4);

    /** The new keys are published one penalty before they sign. */
    static Rotation withLead() {
        return change(PENALTY);
    }

    /** The new keys sign as soon as they are published. */
    static Rotation withoutLead() {
        return change(Duration.ZERO);
    }

    private static Rotation change(Duration lead) {
        try (Service service = new Service(Duration.ofDays(1))) {
            List<String> oldTokens = service.validTokens();
            List<String> bad = service.badTokens();
            service.deployWithKeys();
            long fetchesBefore = service.fetcher.begun();
            try (Load old = new Load(service, oldTokens, bad)) {
                service.poolKeys().publishNext();
                Service.pause(lead);
                service.poolKeys().signWithNext();
                List<String> newTokens = service.validTokens();
                long begin = service.clock.millis();
                try (Load load = new Load(service, newTokens, bad)) {
                    service.await(load::presentValid);
                    Service.pause(A_WHILE);
                    return new Rotation(
                            service.fetcher.begun() - fetchesBefore,
                            load.tally(),
                            old.tally(),
                            Duration.ofMillis(Math.max(0, load.tally().lastRefusedAt() - begin)),
                            old.tally().refused() == 0);
                }
            }
        }
    }

    /** The old keys are published no longer, while their tokens are still presented. */
    static Rotation retirement() {
        try (Service service = new Service(Situation.TIME_TO_LIVE)) {
            List<String> oldTokens = service.validTokens();
            List<String> bad = service.badTokens();
            service.poolKeys().rotate();
            List<String> newTokens = service.validTokens();
            service.deployWithKeys();
            long fetchesBefore = service.fetcher.begun();
            try (Load old = new Load(service, oldTokens, bad);
                    Load load = new Load(service, newTokens, bad)) {
                long retiredAt = service.clock.millis();
                service.poolKeys().retireOld();
                Service.pause(A_WHILE);
                service.clock.skip(UNTIL_DUE);
                service.await(() -> service.fetcher.begun() > fetchesBefore && !old.presentValid());
                long fetchedAt = service.fetcher.lastGoodAt();
                Service.pause(A_WHILE);
                return new Rotation(
                        service.fetcher.begun() - fetchesBefore,
                        load.tally(),
                        old.tally(),
                        Duration.ofMillis(old.tally().lastAcceptedAt() - retiredAt),
                        old.tally().firstRefusedAt() >= fetchedAt);
            }
        }
    }

    long badAccepted() {
        return newTokens.badAccepted() + oldTokens.badAccepted();
    }
}
