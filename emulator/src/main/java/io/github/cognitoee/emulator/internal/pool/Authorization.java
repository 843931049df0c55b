package io.github.cognitoee.emulator.internal.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an authorization code stands for: what an app client asked for, and the sign-in that answers it. */
public record Authorization(Asked asked, BrowserSession signIn) {

    /**
     * What an app client asked for.
     *
     * @param codeChallenge of PKCE with {@code S256}; null without
     * @param scopes those that are given
     * @param resource what the access token shall be for; null for nothing in particular
     */
    public record Asked(
            String clientId,
            String redirectUri,
            List<String> scopes,
            @Nullable String codeChallenge,
            @Nullable String nonce,
            @Nullable String resource) {

        public Asked {
            scopes = List.copyOf(scopes);
        }
    }
}
