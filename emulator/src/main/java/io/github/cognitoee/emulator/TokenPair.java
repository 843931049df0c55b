package io.github.cognitoee.emulator;

/** The tokens of one sign-in. */
public record TokenPair(String accessToken, String idToken, String refreshToken) {

    /** Tells no token. */
    @Override
    public String toString() {
        return "TokenPair";
    }
}
