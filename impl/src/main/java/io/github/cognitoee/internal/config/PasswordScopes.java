package io.github.cognitoee.internal.config;

import io.github.cognitoee.Proof;
import java.util.Set;

/**
 * What the access tokens are good for that Cognito gives for a password, without managed login.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">
 *     Cognito: the access token</a>
 */
final class PasswordScopes {

    private static final Set<String> ALL = Set.of("aws.cognito.signin.user.admin");

    private PasswordScopes() {}

    /** @throws io.github.cognitoee.CognitoConfigurationException when scopes are required that nobody would hold */
    static void check(ConfigReader reader, VerificationConfig verification, Proof way) {
        if (!ALL.containsAll(verification.requiredScopes())) {
            throw reader.invalid(
                    Keys.REQUIRED_SCOPES,
                    "is " + verification.requiredScopes() + ", which nobody holds who signs in by a password; require"
                            + " groups, or remove " + way + " from " + Keys.ACCEPTS.name());
        }
    }
}
