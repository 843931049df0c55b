package io.github.cognitoee.it.pages;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions the server has made for this application. */
@WebListener
public class SessionCount implements HttpSessionListener {

    private static final AtomicInteger MADE = new AtomicInteger();

    static int made() {
        return MADE.get();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        MADE.incrementAndGet();
    }
}
