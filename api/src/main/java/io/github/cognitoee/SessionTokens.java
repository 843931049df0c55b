package io.github.cognitoee;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one sign-in of a person, at a page or by {@link io.github.cognitoee.userpool.CognitoUserPool}.
 * Immutable and serialisable, so that servers may keep it in a session; {@code toString} shows nothing of it.
 */
public final class SessionTokens implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String idToken;
    private final String accessToken;
    private final @Nullable String refreshToken;
    private final long signedInAtSecond;
    private final @Nullable Proof signedInBy;

    /**
     * Tokens that were kept apart, and do not tell how their session began: {@link #signedInBy(Proof)} has them do so.
     *
     * @param idToken who signed in
     * @param accessToken what the app client may do for them
     * @param refreshToken null where there is none
     * @param signedInAt when the session began; a refresh does not change it
     */
    public SessionTokens(String idToken, String accessToken, @Nullable String refreshToken, Instant signedInAt) {
        this(idToken, accessToken, refreshToken, signedInAt.getEpochSecond(), null);
    }

    private SessionTokens(
            String idToken,
            String accessToken,
            @Nullable String refreshToken,
            long signedInAtSecond,
            @Nullable Proof signedInBy) {
        this.idToken = Objects.requireNonNull(idToken, "idToken");
        this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
        this.refreshToken = refreshToken;
        this.signedInAtSecond = signedInAtSecond;
        this.signedInBy = signedInBy;
    }

    /** The ID token: who signed in. A secret. */
    public String idToken() {
        return idToken;
    }

    /** The access token, to call other services as the user. A secret. */
    public String accessToken() {
        return accessToken;
    }

    /** The refresh token, the longest-lived of the three secrets. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /** When the session began, in whole seconds. */
    public Instant signedInAt() {
        return Instant.ofEpochSecond(signedInAtSecond);
    }

    /** How the session began: {@link Proof#MANAGED_LOGIN} or {@link Proof#FORM}; empty where nobody told. */
    public Optional<Proof> signedInBy() {
        return Optional.ofNullable(signedInBy);
    }

    /** The same tokens, of a session that began so. A {@code TokenStore} that takes tokens apart keeps this too. */
    public SessionTokens signedInBy(Proof proof) {
        return new SessionTokens(idToken, accessToken, refreshToken, signedInAtSecond, proof);
    }

    @Override
    public String toString() {
        return "SessionTokens";
    }
}
