package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import java.net.URI;
import java.util.Optional;

/** Where the tokens of sessions come from that began in one way, and where they go to in the end. Thread-safe. */
interface TokenSource extends AutoCloseable {

    /** Verifies the tokens that it issues. */
    ClientTokens verifier();

    /** New tokens for those that have this refresh token. */
    TokenAnswer renew(SessionTokens tokens, String refreshToken);

    /** Takes back the refresh token, where the definition has that done. What fails here is told in the log. */
    void revoke(SessionTokens tokens);

    /** Ends what Cognito keeps of a sign-in. What fails here is told in the log, and keeps nobody from signing out. */
    void end(SessionTokens tokens);

    /**
     * Where the browser goes when its session here has ended.
     *
     * @param baseUrl empty where it is not known: then the root of the host
     */
    URI afterSignOut(Optional<String> baseUrl);

    @Override
    void close();
}
