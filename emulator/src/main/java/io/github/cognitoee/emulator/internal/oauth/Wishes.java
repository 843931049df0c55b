package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.BrowserSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a user is to sign in, as the application wants it.
 *
 * @param prompts what the user must be asked in any case
 * @param maxAge how long ago the sign-in may be; null for no matter
 * @param assurance how surely the user must be known; null for no matter
 * @param provider where the user has his account; null for not said
 */
public record Wishes(
        Set<String> prompts, @Nullable Duration maxAge, @Nullable Assurance assurance, @Nullable String provider) {

    private static final Set<String> ASKING = Set.of("login", "select_account");

    public Wishes {
        prompts = Set.copyOf(prompts);
    }

    /** Whether nobody may be asked anything. */
    public boolean isSilent() {
        return prompts.contains("none");
    }

    /** Whether the user may go on as whoever he is signed in as. */
    public boolean offersAccount() {
        return prompts.contains("select_account") && !prompts.contains("login");
    }

    /** Whether a sign-in of before is good enough, and the user need not be asked. */
    public boolean areMetBy(BrowserSession session, Instant now) {
        return prompts.stream().noneMatch(ASKING::contains) && isGoodEnough(session, now);
    }

    /** Whether a sign-in of before is new and sure enough. */
    public boolean isGoodEnough(BrowserSession session, Instant now) {
        boolean young = maxAge == null || !session.authTime().plus(maxAge).isBefore(now);
        boolean sure = assurance == null
                || Assurance.of(session.methods())
                        .filter(level -> level.compareTo(assurance) >= 0)
                        .isPresent();
        return young && sure;
    }
}
