package io.github.cognitoee.it.threads;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** Runs a question on a thread of some kind, and brings its answer. */
@ApplicationScoped
public class Threads {

    private final ExecutorService ownThread = Executors.newSingleThreadExecutor();
    private final ForkJoinPool forkJoinPool = new ForkJoinPool(1);

    @Resource
    private ManagedExecutorService managedExecutor;

    @Resource
    private ManagedScheduledExecutorService managedScheduler;

    @Resource
    private ManagedThreadFactory managedThreads;

    @Inject
    private AsynchronousBean asynchronousBean;

    @Inject
    private Event<Question> questions;

    @Inject
    private StsAsyncClient sts;

    CompletableFuture<String> ask(String kind, Supplier<String> question) {
        return switch (kind) {
            case "request" -> CompletableFuture.completedFuture(question.get());
            case "own" -> CompletableFuture.supplyAsync(question, ownThread);
            case "new" -> onThread(question, Thread::new);
                // not the common pool, whose tasks a waiting request runs itself
            case "fork-join" -> CompletableFuture.supplyAsync(question, forkJoinPool);
            case "managed-submit" -> submitted(question, managedExecutor::submit);
            case "managed-stage" -> managedExecutor.supplyAsync(question);
            case "managed-scheduled" -> submitted(
                    question, task -> managedScheduler.schedule(task, 1, TimeUnit.MILLISECONDS));
            case "managed-thread" -> onThread(question, managedThreads::newThread);
            case "ejb-asynchronous" -> submitted(question, asynchronousBean::run);
            case "async-observer" -> {
                Question event = new Question(question, new CompletableFuture<>());
                questions.fireAsync(event);
                yield event.answer();
            }
            case "sdk-callback" -> onceAwsAnswered(question);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Asks again where the answer was there before anybody waited for it: what waits then runs on this very thread. */
    private CompletableFuture<String> onceAwsAnswered(Supplier<String> question) {
        Thread asking = Thread.currentThread();
        return sts.getCallerIdentity()
                .thenCompose(ignored -> Thread.currentThread() == asking
                        ? onceAwsAnswered(question)
                        : CompletableFuture.completedFuture(question.get()));
    }

    @FunctionalInterface
    private interface Runner {
        void run(Runnable task);
    }

    @FunctionalInterface
    private interface ThreadMaker {
        Thread make(Runnable task);
    }

    private static CompletableFuture<String> onThread(Supplier<String> question, ThreadMaker maker) {
        return submitted(question, task -> maker.make(task).start());
    }

    private static CompletableFuture<String> submitted(Supplier<String> question, Runner runner) {
        Question asked = new Question(question, new CompletableFuture<>());
        runner.run(asked::answerNow);
        return asked.answer();
    }

    @PreDestroy
    void close() {
        ownThread.shutdown();
        forkJoinPool.shutdown();
    }
}
