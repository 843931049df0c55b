package io.github.cognitoee.it.observed;

import io.github.cognitoee.event.TokenAccepted;
import io.github.cognitoee.event.TokenRejected;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Observers with a bug, notified last. */
@ApplicationScoped
public class FailingObserver {

    void accepted(@Observes @Priority(Integer.MAX_VALUE) TokenAccepted event) {
        throw new IllegalStateException("a bug of an observer of what is accepted");
    }

    void rejected(@Observes @Priority(Integer.MAX_VALUE) TokenRejected event) {
        throw new IllegalStateException("a bug of an observer of what is rejected");
    }
}
