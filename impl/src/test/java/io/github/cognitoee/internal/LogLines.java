package io.github.cognitoee.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class, or a package, logs while it is read, at every level; each line as it is written. */
public final class LogLines extends Handler {

    private final Logger logger;
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines(String name) {
        this.logger = Logger.getLogger(name);
    }

    public static LogLines of(Class<?> logging) {
        return new LogLines(logging.getName());
    }

    /** Of all classes of the package of this one, and of the packages below. */
    public static LogLines ofPackage(Class<?> logging) {
        return new LogLines(logging.getPackageName());
    }

    public List<String> lines() {
        return lines;
    }

    public void start() {
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    public void stop() {
        logger.removeHandler(this);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(formatter.formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
