package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import java.util.Optional;

/** What is asked of tokens before a session begins with them, wherever they come from. Thread-safe. */
final class FreshTokens {

    private final ClientTokens verifier;
    private final SignInCheck signIns;

    FreshTokens(ClientTokens verifier, SignInCheck signIns) {
        this.verifier = verifier;
        this.signIns = signIns;
    }

    /** @param detail for the log, without secrets */
    record Objection(Failure failure, String detail) {}

    /**
     * What speaks against them; empty where nothing does.
     *
     * @param nonce that the ID token must have; empty where the sign-in had none
     */
    Optional<Objection> objection(String idToken, String accessToken, Optional<String> nonce, StepUp required) {
        return verifier.verifyIdToken(idToken)
                .fold(
                        id -> nonce.isEmpty() || nonce.equals(id.token().string("nonce"))
                                ? verifier.verifyAccessToken(accessToken)
                                        .fold(
                                                access -> together(id, access, required),
                                                rejected -> bad("access token", rejected),
                                                FreshTokens::later)
                                : objection(Failure.OTHER_SIGN_IN, "the ID token has another nonce, or none"),
                        rejected -> bad("ID token", rejected),
                        FreshTokens::later);
    }

    private Optional<Objection> together(Verification.Accepted id, Verification.Accepted access, StepUp required) {
        return id.token().subject().equals(access.token().subject())
                ? signIns.lacking(required, id.token()).map(why -> new Objection(Failure.INSUFFICIENT, why))
                : objection(Failure.BAD_ANSWER, "ID token and access token are of different users");
    }

    private static Optional<Objection> bad(String which, Verification.Rejected rejected) {
        String detail = which + " refused: " + rejected.reason() + ", " + rejected.detail();
        return switch (rejected.reason()) {
            case SCOPE, GROUP, TOKEN_CHECK -> objection(Failure.DENIED, detail);
            default -> objection(Failure.BAD_ANSWER, detail);
        };
    }

    private static Optional<Objection> later(Verification.Unavailable unavailable) {
        return objection(Failure.UNAVAILABLE, unavailable.detail());
    }

    private static Optional<Objection> objection(Failure failure, String detail) {
        return Optional.of(new Objection(failure, detail));
    }
}
