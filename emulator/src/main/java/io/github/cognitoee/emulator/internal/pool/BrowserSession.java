package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;

/**
 * A sign-in through the pages, which a browser's cookie keeps.
 *
 * @param authTime when the user proved who he is
 * @param methods by which he did, as in the claim {@code amr}
 */
public record BrowserSession(String username, Instant authTime, List<String> methods) {

    public BrowserSession {
        methods = List.copyOf(methods);
    }
}
