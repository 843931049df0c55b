package io.github.cognitoee.internal.identitypool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** An identity pool in memory: writes down its calls, and fails or waits when told to. */
final class FakeIdentityPool implements IdentityPool {

    private final Clock clock;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger serial = new AtomicInteger();
    private final AtomicInteger guests = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch held = gate;
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable String survivor;

    FakeIdentityPool(Clock clock) {
        this.clock = clock;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    void recover() {
        this.failure = null;
    }

    void delete(String identityId) {
        deleted.add(identityId);
    }

    void mergeInto(String identityId) {
        this.survivor = identityId;
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    /** What is held stays so, and what comes now is not. */
    void holdNoMore() {
        held = gate;
        gate = new CountDownLatch(0);
    }

    void release() {
        held.countDown();
        gate.countDown();
    }

    @Override
    public String identityId(Applicant applicant) {
        calls.add("GetId " + nameOf(applicant));
        pass();
        return applicant.isGuest()
                ? "guest-" + guests.incrementAndGet()
                : nameOf(applicant) + "-" + (deleted.size() + 1);
    }

    private static String nameOf(Applicant applicant) {
        String logins = applicant.others().stream()
                .map(login -> "+" + login.provider() + "=" + login.token())
                .collect(Collectors.joining());
        return (applicant.isGuest() ? "guest" : applicant.person().subject()) + logins;
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        boolean links = identityId.startsWith("guest-") && !applicant.isGuest();
        calls.add("GetCredentials " + identityId
                + (links ? " as " + nameOf(applicant) : "")
                + requestedRole.map(role -> " " + role).orElse(""));
        pass();
        if (deleted.contains(identityId)) {
            throw new StaleIdentityException("no identity " + identityId);
        }
        String suffix = "of-" + nameOf(applicant) + "-" + serial.incrementAndGet();
        Instant expiresAt = clock.instant().plus(Duration.ofHours(1));
        return new IssuedCredentials(
                survivor == null ? identityId : survivor,
                AwsSessionCredentials.builder()
                        .accessKeyId("AKID-" + suffix)
                        .secretAccessKey("secret-" + suffix)
                        .sessionToken("session-" + suffix)
                        .expirationTime(expiresAt)
                        .build(),
                expiresAt);
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        RuntimeException planned = failure;
        if (planned != null) {
            throw planned;
        }
    }
}
