package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. Its token says where the next part begins; what is deleted in between shifts the rest, as it may in
 * Cognito.
 *
 * @param nextToken null at the end
 */
record Page<T>(List<T> items, @Nullable String nextToken) {

    private static final int LARGEST = 60;

    /** @param limit the most items wanted; null or 0 for as many as a page can have */
    static <T> Page<T> of(List<T> all, @Nullable Integer limit, @Nullable String token) {
        int from = token == null ? 0 : startOf(token, all.size());
        int size = limit == null || limit == 0 ? LARGEST : limit;
        int to = Math.min(all.size(), from + size);
        return new Page<>(all.subList(from, to), to < all.size() ? tokenOf(to) : null);
    }

    /** The answer of an operation that lists. */
    Map<String, Object> as(String itemsMember, String tokenMember, Function<T, ?> view) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(itemsMember, items.stream().map(view).toList());
        if (nextToken != null) {
            answer.put(tokenMember, nextToken);
        }
        return answer;
    }

    private static String tokenOf(int start) {
        return Base64.getUrlEncoder().encodeToString(("from " + start).getBytes(StandardCharsets.US_ASCII));
    }

    private static int startOf(String token, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.matches("from \\d{1,9}")) {
                return Math.min(size, Integer.parseInt(text.substring("from ".length())));
            }
        } catch (IllegalArgumentException e) {
            // no Base64: answered below
        }
        throw ErrorType.INVALID_PARAMETER.because("Invalid pagination token.");
    }
}
