package io.github.cognitoee.it.witness;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers class loaders without keeping them. Thread-safe. */
public final class Generations implements GenerationsMBean {

    private record Generation(String kind, WeakReference<ClassLoader> loader) {}

    private final Queue<Generation> noted = new ConcurrentLinkedQueue<>();

    @Override
    public void note(String kind, ClassLoader loader) {
        noted.add(new Generation(kind, new WeakReference<>(loader)));
    }

    /** Those of a kind that were noted. */
    long count(String kind) {
        return noted.stream()
                .filter(generation -> generation.kind().equals(kind))
                .count();
    }

    /** Those of a kind that have not been collected. */
    List<ClassLoader> alive(String kind) {
        return noted.stream()
                .filter(generation -> generation.kind().equals(kind))
                .map(generation -> generation.loader().get())
                .filter(loader -> loader != null)
                .toList();
    }
}
