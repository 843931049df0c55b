package io.github.cognitoee.it;

import io.github.cognitoee.event.RejectionReason;
import java.util.ArrayList;
import java.util.List;

/** A token that must be refused, and why. */
record HostileToken(String name, String text, RejectionReason reason) {

    private static final int FRAGMENT = 12;

    /** The token cut into pieces: whoever repeats a part of it, repeats one of these. Words in plain text are none. */
    List<String> fragments() {
        List<String> fragments = new ArrayList<>();
        for (String part : text.split("[.]")) {
            for (int at = 0; at + FRAGMENT <= part.length(); at += FRAGMENT) {
                fragments.add(part.substring(at, at + FRAGMENT));
            }
        }
        return fragments;
    }

    /** The challenge that RFC 6750 section 3.1 wants, with the few words that an honest client gets. */
    String challenge() {
        String description =
                switch (reason) {
                    case EXPIRED -> "The token has expired";
                    case NOT_YET_VALID, ISSUED_IN_FUTURE -> "The token is not valid yet";
                    case TOKEN_USE -> "An access token is expected here";
                    case CLIENT -> "The token was issued to another app client";
                    case ISSUER -> "The token was issued by another issuer";
                    default -> "The token is not valid";
                };
        return "Bearer realm=\"cognito\", error=\"invalid_token\", error_description=\"" + description + "\"";
    }

    @Override
    public String toString() {
        return name + ": " + reason;
    }
}
