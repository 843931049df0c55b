package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token is for, and which claim names the app client of such a token. */
enum TokenUse {
    ACCESS("access", "client_id"),
    ID("id", "aud");

    private final String claimValue;
    private final String clientClaim;

    TokenUse(String claimValue, String clientClaim) {
        this.claimValue = claimValue;
        this.clientClaim = clientClaim;
    }

    static Set<TokenUse> allowedBy(BearerTokens bearerTokens) {
        return switch (bearerTokens) {
            case ACCESS -> EnumSet.of(ACCESS);
            case ID -> EnumSet.of(ID);
            case ANY -> EnumSet.allOf(TokenUse.class);
        };
    }

    /** The use that a token states; null if it states none that is known. */
    static @Nullable TokenUse of(Claims claims) {
        String stated = claims.string("token_use");
        for (TokenUse use : values()) {
            if (use.claimValue.equals(stated)) {
                return use;
            }
        }
        return null;
    }

    /** The use that a token states, if it is one of the allowed ones. */
    static TokenUse require(Claims claims, Set<TokenUse> allowed) {
        TokenUse use = of(claims);
        if (use == null || !allowed.contains(use)) {
            String stated = claims.string("token_use");
            throw new Refused(
                    RejectionReason.TOKEN_USE,
                    "token_use is " + (stated == null ? "missing" : Untrusted.quote(stated)) + ", expected "
                            + String.join(
                                    " or ",
                                    allowed.stream()
                                            .map(u -> "'" + u.claimValue + "'")
                                            .toList()));
        }
        return use;
    }

    /** The claim that names the app client: never {@code aud} for access tokens, where it is the resource (RFC 8707). */
    String clientClaim() {
        return clientClaim;
    }
}
