package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A session as a container keeps it: whoever comes to it after its end is told so by an exception. */
public final class FakeSession implements HttpSession {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private String id = newId();
    private boolean isOver;
    private boolean endsAfterNextReading;

    private static String newId() {
        return "session-" + COUNT.incrementAndGet();
    }

    String changeId() {
        requireNotOver();
        id = newId();
        return id;
    }

    /** As another request of the session may end it at any time. */
    public void endAfterNextReading() {
        endsAfterNextReading = true;
    }

    public boolean isOver() {
        return isOver;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    private void requireNotOver() {
        if (isOver) {
            throw new IllegalStateException("the session has been invalidated");
        }
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Object getAttribute(String name) {
        requireNotOver();
        Object value = attributes.get(name);
        if (endsAfterNextReading) {
            invalidate();
        }
        return value;
    }

    @Override
    public void setAttribute(String name, Object value) {
        requireNotOver();
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        requireNotOver();
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        requireNotOver();
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void invalidate() {
        requireNotOver();
        isOver = true;
        attributes.clear();
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public long getCreationTime() {
        return 0;
    }

    @Override
    public long getLastAccessedTime() {
        return 0;
    }

    @Override
    public ServletContext getServletContext() {
        throw new AssertionError();
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        throw new AssertionError();
    }

    @Override
    public int getMaxInactiveInterval() {
        throw new AssertionError();
    }
}
