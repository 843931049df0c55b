package io.github.cognitoee.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.SessionTokens;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was in cookies that came a moment ago, by their text: a page brings several requests with the same ones, and they are
 * decrypted once. Bounded by memory. Only what could be opened comes in, so that nobody fills it with garbage. Thread-safe.
 */
final class OpenedCookies {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final @Nullable Cache<Closed, SessionTokens> cache;

    /** Text is nobody's but for the purpose that it was encrypted for. */
    private record Closed(String text, String purpose) {

        /** The text, and what is in it. */
        int weight() {
            return 2 * text.length();
        }

        @Override
        public String toString() {
            return "Closed";
        }
    }

    /** @param maxBytes roughly how much memory they may take; 0 keeps none */
    OpenedCookies(long maxBytes) {
        this.cache = maxBytes == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(maxBytes)
                        .<Closed, SessionTokens>weigher((closed, tokens) -> closed.weight())
                        .expireAfterWrite(REMEMBERED)
                        .executor(Runnable::run)
                        .build();
    }

    /** What is in the text, known or opened now. */
    Optional<SessionTokens> find(String text, String purpose, Supplier<Optional<SessionTokens>> opening) {
        if (cache == null) {
            return opening.get();
        }
        Closed closed = new Closed(text, purpose);
        SessionTokens known = cache.getIfPresent(closed);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<SessionTokens> opened = opening.get();
        opened.ifPresent(tokens -> cache.put(closed, tokens));
        return opened;
    }
}
