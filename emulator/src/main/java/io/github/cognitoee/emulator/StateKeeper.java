package io.github.cognitoee.emulator;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Keeps an emulator's state in a file: written when the emulator starts, half a second after a request that may have changed
 * it, together with all that changed meanwhile, and when the emulator closes. Thread-safe.
 */
final class StateKeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(StateKeeper.class.getName());
    private static final long PAUSE_MILLIS = 500;

    private final StateFile file;
    private final Supplier<EmulatorState> source;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, StateKeeper::daemon);
    private byte[] written = {};

    StateKeeper(StateFile file, Supplier<EmulatorState> source) {
        this.file = file;
        this.source = source;
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer.setRejectedExecutionHandler(
                new ThreadPoolExecutor.DiscardPolicy()); // what changes after the last writing
    }

    /**
     * Writes the state for the first time, so that a place that cannot be written is noticed at once.
     *
     * @throws EmulatorStateException if it cannot be written
     */
    void begin() {
        try {
            write();
        } catch (IOException e) {
            writer.shutdownNow();
            throw new EmulatorStateException(file.path(), "cannot be written: " + e);
        }
    }

    /**
     * The state that a file keeps.
     *
     * @throws EmulatorStateException if it is damaged, another's, or not of this configuration
     */
    static Optional<EmulatorState> load(StateFile file, EmulatorConfig config) {
        Optional<EmulatorState> state = file.read().map(bytes -> StateFormat.read(bytes, file.path()));
        state.ifPresent(kept -> expectOf(config, kept, file.path()));
        return state;
    }

    private static void expectOf(EmulatorConfig config, EmulatorState kept, Path file) {
        if (!kept.region().equals(config.region()) || !kept.accountId().equals(config.accountId())) {
            throw new EmulatorStateException(
                    file,
                    "is of region " + kept.region() + " and account " + kept.accountId()
                            + ", the configuration of region " + config.region() + " and account "
                            + config.accountId());
        }
    }

    /** Something may have changed. */
    void touch() {
        if (due.compareAndSet(false, true)) {
            // nobody waits for it, and it tells of its failures itself
            ScheduledFuture<?> unused = writer.schedule(this::writeOrTell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void writeOrTell() {
        due.set(false); // before the state is looked at: what changes from here on is due again
        try {
            write();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The state cannot be written to " + file.path() + ", which is as it was: " + e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The state has no form in which " + file.path() + " could keep it", e);
        }
    }

    private synchronized void write() throws IOException {
        byte[] content = StateFormat.bytes(source.get());
        if (!Arrays.equals(content, written)) {
            file.write(content);
            written = content;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cognito-emulator-state");
        thread.setDaemon(true);
        return thread;
    }

    /** Writes for the last time. Closing twice does no harm. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        writer.shutdown();
        writeOrTell();
        file.close();
    }
}
