package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallThreadTest {

    private static final ThreadLocal<String> LEFT = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> HANDED_DOWN = new InheritableThreadLocal<>();

    @Test
    void nothingOfTheCallStaysOnTheThreadThatAsks() throws Exception {
        String answer = CallThread.ask("call", () -> {
            LEFT.set("left");
            return Thread.currentThread().getName();
        });

        assertThat(answer).isEqualTo("call");
        assertThat(LEFT.get()).isNull();
    }

    @Test
    void norIsAnythingHandedDownToTheCall() throws Exception {
        HANDED_DOWN.set("the caller's");
        try {
            assertThat(CallThread.ask("call", () -> String.valueOf(HANDED_DOWN.get())))
                    .isEqualTo("null");
        } finally {
            HANDED_DOWN.remove();
        }
    }

    @Test
    void whatTheCallThrowsIsThrown() {
        IllegalStateException failure = new IllegalStateException("no");
        AssertionError error = new AssertionError("never");

        assertThatThrownBy(() -> CallThread.ask("call", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> CallThread.ask("call", () -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void anInterruptedThreadAsksNothing() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> CallThread.ask("call", () -> asked.getAndSet(true)))
                .isInstanceOf(InterruptedException.class);

        Thread.sleep(200); // a call would have been made by then
        assertThat(asked).isFalse();
    }

    @Test
    void theCallOfAThreadThatIsInterruptedIsInterrupted() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread asker = new Thread(() -> {
            try {
                CallThread.ask("call", () -> waitForever(underWay, interrupted));
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        asker.start();
        underWay.await();

        asker.interrupt();

        interrupted.await();
        asker.join();
    }

    private static String waitForever(CountDownLatch underWay, CountDownLatch interrupted) {
        underWay.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "";
    }
}
