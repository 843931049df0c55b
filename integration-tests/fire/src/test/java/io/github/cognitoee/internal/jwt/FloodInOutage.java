package io.github.cognitoee.internal.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cognitoee.emulator.KeyFault;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * What was measured while many present made-up keys at once and the endpoint is slow.
 *
 * @param madeUp how many such tokens were presented
 * @param unavailable how many of them were answered "not now"
 * @param mostParked how many callers with made-up keys waited at the same time for longer than half a second
 * @param load what came of the valid tokens meanwhile
 */
record FloodInOutage(Situation situation, long madeUp, long unavailable, int mostParked, Load.Tally load) {

    /** As many as a server may have request threads. */
    static final int CALLERS = 100;

    private static final Duration LENGTH = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofMillis(500);

    static FloodInOutage measure(Situation situation) {
        try (Service service = new Service(Situation.TIME_TO_LIVE)) {
            List<String> valid = service.validTokens();
            List<String> bad = service.badTokens();
            situation.prepare(service);
            valid.forEach(service.verifier::verify);
            service.emulator.faults().keys(KeyFault.slow(Duration.ofSeconds(4)));
            situation.begin(service);
            Callers callers = new Callers(service, valid.get(0));
            try (Load load = new Load(service, valid, bad)) {
                int mostParked = callers.present(LENGTH);
                return new FloodInOutage(
                        situation, callers.madeUp.get(), callers.unavailable.get(), mostParked, load.tally());
            }
        }
    }

    /** Each presents a token with another made-up key as soon as it has its answer. */
    private static final class Callers {

        private final Service service;
        private final String payloadAndSignature;
        private final AtomicLong madeUp = new AtomicLong();
        private final AtomicLong unavailable = new AtomicLong();

        Callers(Service service, String token) {
            this.service = service;
            this.payloadAndSignature = token.substring(token.indexOf('.'));
        }

        /** The most that were seen parked. */
        int present(Duration length) {
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            AtomicLongArray since = new AtomicLongArray(CALLERS);
            long end = System.nanoTime() + length.toNanos();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        since.set(caller, System.nanoTime());
                        presentOne();
                        since.set(caller, 0);
                        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    }
                });
            }
            int most = 0;
            while (System.nanoTime() < end) {
                Service.pause(Duration.ofMillis(50));
                int now = 0;
                for (int i = 0; i < CALLERS; i++) {
                    long begun = since.get(i);
                    now += begun != 0 && System.nanoTime() - begun > SOON.toNanos() ? 1 : 0;
                }
                most = Math.max(most, now);
            }
            threads.shutdown();
            return most;
        }

        private void presentOne() {
            String header = "{\"alg\":\"RS256\",\"kid\":\"made-up-" + madeUp.incrementAndGet() + "\"}";
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
                    + payloadAndSignature;
            if (service.verifier.verify(token) instanceof Verification.Unavailable) {
                unavailable.incrementAndGet();
            }
        }
    }
}
