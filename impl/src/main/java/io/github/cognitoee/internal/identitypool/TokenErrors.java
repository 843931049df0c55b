package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Optional;

/** Tells apart why an identity pool does not take a token. */
final class TokenErrors {

    private final IdentityPoolConfig config;
    private final TakenTokens taken;
    private final IdToken token;
    private final String provider;

    TokenErrors(IdentityPoolConfig config, TakenTokens taken, IdToken token) {
        this.config = config;
        this.taken = taken;
        this.token = token;
        this.provider = LoginsKey.of(config, token);
    }

    CognitoException of(PoolErrors errors, PoolError error, Optional<String> requestedRole) {
        if (error.says("not from a supported provider")) {
            return unsupported(errors, error);
        }
        if (error.says("Issuer doesn't match")) {
            return errors.unlisted(IdentityPoolRefusal.PROVIDER_UNKNOWN, error, otherIssuer());
        }
        if (error.says("Token expired") || error.says("not yet valid") || error.says("in the future")) {
            return errors.tokenRequired(
                    error,
                    " By the clock of this server it is good until " + token.expiresAt()
                            + ": have the client send a new one, and see that the server's clock is right.");
        }
        // Cognito's words for it are unconfirmed: "Token has been revoked." is the emulator's, the others are guessed
        if (error.says("revoked") || error.says("signed out") || error.says("disabled")) {
            return errors.refused(
                    IdentityPoolRefusal.SIGNED_OUT,
                    error,
                    " The pool asks the user pool whether a sign-in still holds (ServerSideTokenCheck), and this one"
                            + " does not: the user signed out everywhere, or was disabled or deleted. They have to sign in"
                            + " anew.");
        }
        if (error.says("Invalid login token")) {
            return errors.refused(
                    IdentityPoolRefusal.PROVIDER_UNKNOWN,
                    error,
                    " Here the token was verified as one of " + token.issuer()
                            + ": see that user pool and identity pool are of one AWS, not one of them an emulator's"
                            + " (cognito.endpoint and its kind).");
        }
        return requestedRole
                .filter(role -> error.says("role"))
                .<CognitoException>map(role -> errors.refused(
                        IdentityPoolRefusal.ROLE_NOT_HELD,
                        error,
                        " The role that was asked for is " + role + ": it must be one of cognito:roles of the token,"
                                + " which are " + token.awsRoles()
                                + ", or of a rule that matches, and the pool must map roles."))
                .orElseGet(() -> errors.refused(IdentityPoolRefusal.OTHER, error, ""));
    }

    /** The pool says no more than that; what it has taken before says more. */
    private CognitoException unsupported(PoolErrors errors, PoolError error) {
        String wanted = "ProviderName " + provider + ", ClientId " + token.clientId();
        if (config.loginsKey().isPresent() && !provider.equals(LoginsKey.ofUserPool(token))) {
            return errors.unlisted(
                    IdentityPoolRefusal.PROVIDER_UNKNOWN,
                    error,
                    " cognito.identity-pool.logins-key is " + provider + ", and the token's user pool is known as "
                            + LoginsKey.ofUserPool(token)
                            + ": remove the key, unless the identity pool lists the other.");
        }
        if (taken.hasOf(provider, token.clientId())) {
            return errors.unlisted(
                    IdentityPoolRefusal.CLIENT_UNKNOWN,
                    error,
                    " It took tokens of this app client before: somebody has removed " + wanted
                            + " from its authentication providers (CognitoIdentityProviders).");
        }
        if (taken.hasOf(provider)) {
            return errors.unlisted(
                    IdentityPoolRefusal.CLIENT_UNKNOWN,
                    error,
                    " It takes tokens of other app clients of this user pool: add " + wanted
                            + " to its authentication providers (CognitoIdentityProviders).");
        }
        return errors.unlisted(
                IdentityPoolRefusal.PROVIDER_UNKNOWN,
                error,
                " Its authentication providers (CognitoIdentityProviders) must list the user pool and the app client: "
                        + wanted + ". Neither is seen to be listed so far.");
    }

    private String otherIssuer() {
        return " The token's issuer is " + token.issuer() + ", and it was presented as one of " + provider + ": "
                + (config.loginsKey().isPresent()
                        ? "correct or remove cognito.identity-pool.logins-key."
                        : "set cognito.identity-pool.logins-key to the provider name that the identity pool lists for"
                                + " this issuer.");
    }
}
