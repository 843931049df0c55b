package io.github.cognitoee.it.threads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Runs things on threads of CDI. */
@ApplicationScoped
public class AnsweringObserver {

    void answer(@ObservesAsync Question question) {
        question.answerNow();
    }
}
