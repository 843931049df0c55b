package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sign-in through the pages, which a browser's cookie keeps.
 *
 * @param sub the key of the user
 * @param authTime when the user proved who he is
 * @param methods by which he did, as in the claim {@code amr}
 */
public record BrowserSession(String username, String sub, Instant authTime, List<String> methods) {

    public BrowserSession {
        methods = List.copyOf(methods);
    }

    /** Whose sign-in it is, if he may still sign in; another user of the same name is another. */
    public Optional<Account> accountIn(Pool pool) {
        return pool.accounts()
                .named(username)
                .filter(account -> account.enabled() && account.sub().equals(sub));
    }
}
