package io.github.cognitoee.internal.store;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.IdTokenSource;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ID token of a bearer request: the token in {@code Authorization} itself, or the one beside it in {@code
 * X-Cognito-Id-Token}, which is verified when it is asked for and must belong to the same sign-in.
 */
final class BearerIdToken implements IdTokenSource {

    private static final String HEADER = "X-Cognito-Id-Token";

    private final VerifiedJwt bearer;
    private final List<String> companions;
    private final TokenVerifier verifier;
    private @Nullable IdToken proven; // benign race: verification has no side effect

    BearerIdToken(VerifiedJwt bearer, List<String> companions, TokenVerifier verifier) {
        this.bearer = bearer;
        this.companions = companions;
        this.verifier = verifier;
    }

    @Override
    public IdToken require() {
        IdToken token = proven;
        if (token == null) {
            token = new IdToken(companions.isEmpty() ? own() : companion());
            proven = token;
        }
        return token;
    }

    @Override
    public boolean isPresented() {
        return bearer.isIdToken() || !companions.isEmpty();
    }

    private VerifiedJwt own() {
        if (!bearer.isIdToken()) {
            throw new IdTokenRequiredException("AWS credentials need the caller's ID token, and this request proved an"
                    + " access token only: send the ID token of the same sign-in in " + HEADER
                    + ", or in Authorization where the definition's bearerTokens is ID or ANY");
        }
        return bearer;
    }

    private VerifiedJwt companion() {
        if (companions.size() > 1) {
            throw refused("it was sent " + companions.size() + " times, expected once");
        }
        VerifiedJwt companion = verifier.verifyIdToken(companions.get(0))
                .fold(
                        accepted -> accepted.token(),
                        rejected -> {
                            throw refused(rejected.reason() + ", " + rejected.detail());
                        },
                        unavailable -> {
                            throw new CognitoUnavailableException(
                                    HEADER + " cannot be verified now: " + unavailable.detail(),
                                    unavailable.retryAfter());
                        });
        requireSame("iss", VerifiedJwt::issuer, companion);
        requireSame("sub", VerifiedJwt::subject, companion);
        requireSame("app client", VerifiedJwt::clientId, companion);
        requireSameSignIn(companion);
        return companion;
    }

    private void requireSame(String what, Function<VerifiedJwt, String> property, VerifiedJwt companion) {
        if (!property.apply(bearer).equals(property.apply(companion))) {
            throw refused("its " + what + " is not that of the token in Authorization");
        }
    }

    private void requireSameSignIn(VerifiedJwt companion) {
        Optional<String> mine = bearer.string("origin_jti");
        Optional<String> its = companion.string("origin_jti");
        if (mine.isPresent() && its.isPresent() && !mine.equals(its)) {
            throw refused("its origin_jti is not that of the token in Authorization");
        }
    }

    private static IdTokenRequiredException refused(String why) {
        return new IdTokenRequiredException("The ID token in " + HEADER + " is refused: " + why);
    }
}
