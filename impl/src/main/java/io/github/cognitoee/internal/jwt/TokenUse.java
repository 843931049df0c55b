package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The use that a token states, if it is one of the allowed ones. */
    static TokenUse require(Claims claims, Set<TokenUse> allowed) {
        String stated = claims.string("token_use");
        for (TokenUse use : values()) {
            if (use.claimValue.equals(stated)) {
                use.requireOneOf(allowed);
                return use;
            }
        }
        throw refused(stated == null ? "missing" : Untrusted.quote(stated), allowed);
    }

    void requireOneOf(Set<TokenUse> allowed) {
        if (!allowed.contains(this)) {
            throw refused("'" + claimValue + "'", allowed);
        }
    }

    private static Refused refused(String found, Set<TokenUse> allowed) {
        String expected =
                allowed.stream().map(use -> "'" + use.claimValue + "'").collect(Collectors.joining(" or "));
        return new Refused(RejectionReason.TOKEN_USE, "token_use is " + found + ", expected " + expected);
    }

    /** The claim that names the app client: never {@code aud} for access tokens, where it is the resource (RFC 8707). */
    String clientClaim() {
        return clientClaim;
    }
}
