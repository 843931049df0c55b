package io.github.cognitoee.internal.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cognitoee.event.RejectionReason;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * What was measured of a flood of tokens that name keys nobody has, beside valid ones.
 *
 * @param fetches begun during the flood
 * @param length how long it lasted
 * @param unknownKey how many of the made-up tokens were refused for their key
 * @param load what came of the valid tokens
 * @param heldKiB how much more memory was in use afterwards, after a garbage collection
 */
record Flood(long fetches, Duration length, long unknownKey, Load.Tally load, long heldKiB) {

    static final int TOKENS = 100_000;
    private static final Duration LENGTH = Duration.ofSeconds(30);

    static Flood measure() {
        try (Service service = new Service(Duration.ofDays(1))) {
            List<String> valid = service.validTokens();
            List<String> bad = service.badTokens();
            service.deployWithKeys();
            valid.forEach(service.verifier::verify);
            long usedBefore = usedKiB();
            long fetchesBefore = service.fetcher.begun();
            long begin = service.clock.millis();
            try (Load load = new Load(service, valid, bad)) {
                long unknownKey = present(service, valid.get(0), begin);
                Duration length = Duration.ofMillis(service.clock.millis() - begin);
                long fetches = service.fetcher.begun() - fetchesBefore;
                load.stop();
                return new Flood(fetches, length, unknownKey, load.tally(), usedKiB() - usedBefore);
            }
        }
    }

    private static long present(Service service, String token, long begin) {
        String payloadAndSignature = token.substring(token.indexOf('.'));
        long unknownKey = 0;
        for (int i = 0; i < TOKENS; i++) {
            long early = begin + LENGTH.toMillis() * i / TOKENS - service.clock.millis();
            if (early > 0) {
                Service.pause(Duration.ofMillis(early));
            }
            String header = "{\"alg\":\"RS256\",\"kid\":\"made-up-" + i + "\"}";
            String madeUp = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
            if (service.verifier.verify(madeUp + payloadAndSignature) instanceof Verification.Rejected rejected
                    && rejected.reason() == RejectionReason.UNKNOWN_KEY) {
                unknownKey++;
            }
        }
        return unknownKey;
    }

    /** One, and another after each penalty of 10 seconds. */
    long fetchesAllowed() {
        return 1 + length.toSeconds() / 10;
    }

    private static long usedKiB() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }
}
