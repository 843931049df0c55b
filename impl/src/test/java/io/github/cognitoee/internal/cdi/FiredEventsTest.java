package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.cognitoee.event.CognitoEvent;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.event.KeysUnavailable;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.event.TokenAccepted;
import io.github.cognitoee.event.TokenRejected;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.Verification.Rejected;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiredEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Rejected REJECTED = new Rejected(RejectionReason.EXPIRED, "exp has passed");
    private static final TokenRejected REJECTED_EVENT =
            new TokenRejected(NOW, RejectionReason.EXPIRED, "exp has passed");

    private final EventObservers observers = new EventObservers();
    private final FakeEvent bus = new FakeEvent();
    private final FiredEvents events = new FiredEvents(observers, bus, Clock.fixed(NOW, ZoneOffset.UTC));
    private final LogLines log = LogLines.of(FiredEvents.class);

    @BeforeEach
    void readLog() {
        log.start();
    }

    @AfterEach
    void stopReadingLog() {
        log.stop();
    }

    @Test
    void whatNobodyObservesIsNeitherMadeNorFired() {
        events.accepted(null);
        events.rejected(null);
        events.keysUnavailable("eu-west-1_One", 1, "no route");
        events.issued(() -> {
            throw new AssertionError("made for nobody");
        });

        assertThat(bus.fired).isEmpty();
        assertThat(bus.firedAsync).isEmpty();
    }

    @Test
    void whatNobodyObservesTakesNoMemory() {
        VerifiedJwt token = TestTokens.verified(TestTokens.idToken(Map.of()));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            events.accepted(token);
            events.rejected(REJECTED);
        }

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10_000).isZero();
    }

    @Test
    void anAcceptedTokenIsToldByWhoIssuedItToWhomAndWhen() {
        observers.note(observer(TokenAccepted.class, false));
        VerifiedJwt token = TestTokens.verified(TestTokens.idToken(Map.of()));
        events.accepted(token);

        assertThat(bus.fired)
                .containsExactly(new TokenAccepted(
                        NOW, TestTokens.POOL.id(), token.issuer(), token.subject(), token.clientId(), true));
        assertThat(bus.fired.toString()).doesNotContain(token.rawToken());
    }

    @Test
    void anEventGoesToEachKindOfObserverThatItHas() {
        observers.note(observer(TokenRejected.class, true));
        events.rejected(REJECTED);
        assertThat(bus.fired).isEmpty();
        assertThat(bus.firedAsync).containsExactly(REJECTED_EVENT);

        observers.note(observer(TokenRejected.class, false));
        events.rejected(REJECTED);
        assertThat(bus.fired).containsExactly(REJECTED_EVENT);
        assertThat(bus.firedAsync).hasSize(2);
    }

    @Test
    void whoObservesTheCommonTypeObservesAllCases() {
        observers.note(observer(CognitoEvent.class, false));

        assertThat(List.of(TokenAccepted.class, TokenRejected.class, CredentialsIssued.class, KeysUnavailable.class))
                .allMatch(observers::isSynchronous)
                .noneMatch(observers::isAsynchronous);
    }

    @Test
    void whoObservesEverythingObservesTheseToo() {
        observers.note(observer(Object.class, true, Any.Literal.INSTANCE));

        assertThat(observers.isAsynchronous(KeysUnavailable.class)).isTrue();
    }

    @Test
    void anObserverOfAnotherTypeOrWithAQualifierIsNoneOfOurs() {
        observers.note(observer(String.class, false));
        observers.note(observer(Object.class, false, Initialized.Literal.of(ApplicationScoped.class)));

        assertThat(observers.isObserved(TokenRejected.class)).isFalse();
    }

    @Test
    void anObserverOfAGenericTypeIsNoneOfOurs() {
        observers.note(observer(new TypeLiteral<List<String>>() {}.getType(), false));

        assertThat(observers.isObserved(TokenRejected.class)).isFalse();
    }

    private static <A, N extends Number, E extends CognitoEvent, V extends E> void typeVariables() {}

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, true", "3, true"})
    void aTypeVariableStandsForWhatIsWithinItsBounds(int index, boolean observed) throws NoSuchMethodException {
        observers.note(observer(
                FiredEventsTest.class.getDeclaredMethod("typeVariables").getTypeParameters()[index], false));

        assertThat(observers.isObserved(TokenRejected.class)).isEqualTo(observed);
    }

    @Test
    void anObserverThatFailsIsToldInTheLogAndToNobodyElse() {
        observers.note(observer(TokenRejected.class, false));
        bus.failure = new IllegalArgumentException("a bug");
        IntStream.range(0, 5).forEach(i -> events.rejected(REJECTED));

        assertThat(log.lines())
                .containsExactly(
                        "COG-0040: an observer of TokenRejected failed (1 times so far); callers are none the wiser",
                        "COG-0040: an observer of TokenRejected failed (2 times so far); callers are none the wiser",
                        "COG-0040: an observer of TokenRejected failed (4 times so far); callers are none the wiser");
    }

    @Test
    void anErrorOfAnObserverIsToldLikeAnException() {
        observers.note(observer(TokenRejected.class, false));
        bus.failure = new NoClassDefFoundError("a missing jar");
        events.rejected(REJECTED);

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void anAsynchronousObserverThatFailsIsToldInTheLogToo() {
        observers.note(observer(TokenRejected.class, true));
        events.rejected(REJECTED);
        bus.stages.get(0).completeExceptionally(new IllegalArgumentException("a bug"));

        assertThat(log.lines())
                .containsExactly(
                        "COG-0040: an observer of TokenRejected failed (1 times so far); callers are none the wiser");
    }

    @Test
    void aServerWithoutThreadsIsNoReasonToFail() {
        observers.note(observer(TokenRejected.class, true));
        bus.failure = new RejectedExecutionException("going down");
        events.rejected(REJECTED);

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void asynchronousObserversThatFallBehindLoseEventsInsteadOfMemory() {
        observers.note(observer(TokenRejected.class, true));
        IntStream.range(0, FiredEvents.MOST_WAITING + 3).forEach(i -> events.rejected(REJECTED));

        assertThat(bus.firedAsync).hasSize(FiredEvents.MOST_WAITING);
        assertThat(log.lines())
                .containsExactly(
                        "COG-0041: asynchronous observers are 1000 events behind; dropped for them so far: 1",
                        "COG-0041: asynchronous observers are 1000 events behind; dropped for them so far: 2");

        bus.stages.get(0).complete(REJECTED_EVENT);
        events.rejected(REJECTED);
        assertThat(bus.firedAsync).hasSize(FiredEvents.MOST_WAITING + 1);
    }

    private static ObserverMethod<?> observer(Type observed, boolean async, Annotation... qualifiers) {
        return (ObserverMethod<?>) Proxy.newProxyInstance(
                FiredEventsTest.class.getClassLoader(),
                new Class<?>[] {ObserverMethod.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getObservedType" -> observed;
                    case "getObservedQualifiers" -> Set.of(qualifiers);
                    case "isAsync" -> async;
                    default -> throw new AssertionError(method);
                });
    }

    /** Writes down what is fired; asynchronous events wait until the test completes them. */
    private static final class FakeEvent implements Event<CognitoEvent> {

        final List<CognitoEvent> fired = new ArrayList<>();
        final List<CognitoEvent> firedAsync = new ArrayList<>();
        final List<CompletableFuture<CognitoEvent>> stages = new ArrayList<>();

        @Nullable
        Throwable failure;

        @Override
        public void fire(CognitoEvent event) {
            fail();
            fired.add(event);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <U extends CognitoEvent> CompletionStage<U> fireAsync(U event) {
            fail();
            firedAsync.add(event);
            CompletableFuture<CognitoEvent> stage = new CompletableFuture<>();
            stages.add(stage);
            return (CompletionStage<U>) stage;
        }

        private void fail() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }

        @Override
        public <U extends CognitoEvent> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new AssertionError();
        }

        @Override
        public Event<CognitoEvent> select(Annotation... qualifiers) {
            throw new AssertionError();
        }

        @Override
        public <U extends CognitoEvent> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new AssertionError();
        }

        @Override
        public <U extends CognitoEvent> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new AssertionError();
        }
    }
}
