package io.github.cognitoee.it.threads;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is asked on another thread, and its answer. */
public record Question(Supplier<String> question, CompletableFuture<String> answer) {

    void answerNow() {
        try {
            answer.complete(question.get());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
