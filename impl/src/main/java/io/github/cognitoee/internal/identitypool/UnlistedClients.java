package io.github.cognitoee.internal.identitypool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * App clients that an identity pool has just said it does not list: for some seconds it is shown no further ID token of theirs, so
 * that many of them take no turn from callers whom it knows. What is refused for any other reason is the caller's own, and who
 * shows other logins besides may be let in by these: neither is remembered. There are no more of them than the application has
 * app clients, since tokens of others do not come in. Thread-safe.
 */
final class UnlistedClients {

    /** One call in that time is nothing to the quotas, and whoever lists the client at last does not wait long to see it work. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Clock clock;
    private final ConcurrentMap<Client, Refusal> refusals = new ConcurrentHashMap<>();

    UnlistedClients(Clock clock) {
        this.clock = clock;
    }

    /** @throws UnlistedClientException of the question, or as another caller of the app client was refused just now */
    <T> T ask(Applicant applicant, Supplier<T> question) {
        refuse(applicant);
        try {
            return question.get();
        } catch (UnlistedClientException e) {
            clientOf(applicant)
                    .ifPresent(client ->
                            refusals.put(client, new Refusal(e, clock.instant().plus(REMEMBERED))));
            throw e;
        }
    }

    /** @throws UnlistedClientException as another caller of the app client was refused just now */
    void refuse(Applicant applicant) {
        clientOf(applicant)
                .map(refusals::get)
                .filter(refusal -> clock.instant().isBefore(refusal.until()))
                .ifPresent(refusal -> {
                    throw refusal.again();
                });
    }

    /** Empty for who shows anything but the ID token of one. */
    private static Optional<Client> clientOf(Applicant applicant) {
        return applicant
                .idToken()
                .filter(token -> applicant.loginCount() == 1)
                .map(token -> new Client(token.issuer(), token.clientId()));
    }

    private record Client(String issuer, String clientId) {}

    private record Refusal(UnlistedClientException refused, Instant until) {

        /** Of the thread that is refused now; it tells nothing of who was refused before. */
        UnlistedClientException again() {
            return new UnlistedClientException(refused.reason(), String.valueOf(refused.getMessage()));
        }
    }
}
