package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.Problem;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of something that may fail or hang, and that callers can do without: on threads of its own, which wait in their stead,
 * and no longer than a moment. After a failure it is left alone for some seconds; then a single call tries it. Thread-safe.
 */
final class BriefCalls {

    static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(BriefCalls.class.getName());

    /** As many calls may hang; in a cache that works each takes about a millisecond. */
    private static final int MOST_THREADS = 8;

    private static final int MOST_WAITING = 256;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final String what;
    private final Clock clock;
    private final Duration longestWait;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger failures = new AtomicInteger();

    /** In milliseconds of the clock; 0 where the last call did not fail. */
    private final AtomicLong leftAloneUntil = new AtomicLong();

    /** Whether a call may be made. */
    private enum Permit {
        ALWAYS,
        ONE_TO_TRY,
        NONE
    }

    /** @param what as log and threads name it */
    BriefCalls(String what, Clock clock) {
        this(what, clock, LONGEST_WAIT);
    }

    BriefCalls(String what, Clock clock, Duration longestWait) {
        this.what = what;
        this.clock = clock;
        this.longestWait = longestWait;
        this.threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** It serves whoever comes, and has the application's class loader as far as we know it. */
    private Thread thread(Runnable task) {
        return CallThread.of("cognito-ee-" + what.replace(' ', '-'), BriefCalls.class.getClassLoader(), task);
    }

    /** What the call gives; empty also where it fails, takes too long, or is not made. */
    <T> Optional<T> ask(Supplier<Optional<T>> call) {
        return ask(longestWait, call);
    }

    /** The same, of a call that may take a time of its own. */
    <T> Optional<T> ask(Duration longest, Supplier<Optional<T>> call) {
        Permit permit = permit();
        if (permit == Permit.NONE) {
            return Optional.empty();
        }
        Task<T> answer = new Task<>(call);
        try {
            threads.execute(answer);
            Optional<T> given = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (permit == Permit.ONE_TO_TRY) {
                leftAloneUntil.set(0);
                LOG.log(Level.INFO, "the {0} answers again", what);
            }
            return given;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusyException busy) {
                busy(busy.getMessage());
            } else {
                failed(String.valueOf(e.getCause()));
            }
        } catch (TimeoutException e) {
            answer.cancel(false); // what still waits for a thread is not to be done later, when it may be wrong
            if (answer.hadItsTime(longest)) {
                failed("no answer within " + longest.toMillis() + " ms");
            } else {
                busy("many calls are under way");
            }
        } catch (RejectedExecutionException e) {
            busy("too many calls are under way, or it is closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Permit permit() {
        long until = leftAloneUntil.get();
        if (until == 0) {
            return Permit.ALWAYS;
        }
        long left = until - clock.millis();
        boolean isLeftAlone = left > 0 && left <= PAUSE.toMillis(); // more only by a clock that was set back
        return !isLeftAlone && leftAloneUntil.compareAndSet(until, clock.millis() + PAUSE.toMillis())
                ? Permit.ONE_TO_TRY
                : Permit.NONE;
    }

    private void busy(@Nullable String reason) {
        LOG.log(Level.DEBUG, "the {0} is not asked: {1}", what, reason);
    }

    private void failed(String reason) {
        leftAloneUntil.set(clock.millis() + PAUSE.toMillis());
        int count = failures.incrementAndGet();
        if (Integer.bitCount(count) == 1) {
            Problem.SHARED_CACHE_FAILED.log(
                    LOG,
                    "the {0} is left alone for {1} s after failure {2}: {3}",
                    what,
                    PAUSE.toSeconds(),
                    count,
                    reason);
        }
    }

    /**
     * Makes a last call, whatever has failed before, and ends the threads. That call may take longer than others; one that
     * hangs ends when what it calls lets go of it.
     */
    void close(Runnable last) {
        threads.shutdown(); // nobody is interrupted: engines with files may lose them by that
        threads.getQueue().clear();
        Thread farewell = thread(last); // beside those that may all hang
        farewell.setUncaughtExceptionHandler(
                (thread, e) -> LOG.log(Level.DEBUG, "the {0} was left as it is: {1}", what, e));
        farewell.start();
        try {
            farewell.join(LONGEST_FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a call throws that cannot be made now, which says nothing against what it calls. */
    static final class BusyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BusyException(String message) {
            super(message);
        }
    }

    /** A call, and when it began: one that waits for a thread waits for others of this node. */
    private static final class Task<T> extends FutureTask<Optional<T>> {

        private long beginning;
        private volatile boolean begun;

        Task(Supplier<Optional<T>> call) {
            super(call::get);
        }

        @Override
        public void run() {
            beginning = System.nanoTime();
            begun = true;
            super.run();
        }

        /** Whether it was under way for most of this time. */
        boolean hadItsTime(Duration longest) {
            return begun && System.nanoTime() - beginning >= longest.toNanos() / 2;
        }
    }
}
