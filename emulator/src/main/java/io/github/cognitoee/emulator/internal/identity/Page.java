package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param nextToken where the next page begins; null at the end
 */
record Page<T>(List<T> items, @Nullable String nextToken) {

    /** @param token names the first element of the page; null for the first page */
    static <T> Page<T> of(List<T> all, Function<T, String> key, int size, @Nullable String token) {
        int start = token == null ? 0 : indexOf(all, key, token);
        int end = Math.min(start + size, all.size());
        List<T> items = all.subList(start, end);
        return new Page<>(items, end < all.size() ? encoded(key.apply(all.get(end))) : null);
    }

    private static <T> int indexOf(List<T> all, Function<T, String> key, String token) {
        for (int i = 0; i < all.size(); i++) {
            if (encoded(key.apply(all.get(i))).equals(token)) {
                return i;
            }
        }
        throw ErrorType.INVALID_PARAMETER.because("Invalid nextToken.");
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
