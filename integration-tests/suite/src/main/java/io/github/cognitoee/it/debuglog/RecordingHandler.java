package io.github.cognitoee.it.debuglog;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps messages, each with the stack trace that came along. Thread-safe. */
final class RecordingHandler extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> messages = new ArrayList<>();

    RecordingHandler() {
        setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(formatter.formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        messages.add(text.toString());
    }

    /** All messages since this was called before. */
    synchronized List<String> drain() {
        List<String> drained = List.copyOf(messages);
        messages.clear();
        return drained;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
