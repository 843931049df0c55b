package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.spi.ProviderLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells apart why an identity pool does not take logins, where those of other providers are among them. */
final class LoginErrors {

    private final List<String> providers = new ArrayList<>();
    private final boolean hasIdToken;

    LoginErrors(IdentityPoolConfig config, Applicant applicant) {
        this.hasIdToken = applicant.idToken().isPresent();
        applicant.idToken().ifPresent(token -> providers.add(LoginsKey.of(config, token)));
        applicant.others().stream().map(ProviderLogin::provider).forEach(providers::add);
    }

    CognitoException of(PoolErrors errors, PoolError error, Optional<String> requestedRole) {
        if (error.says("not from a supported provider") || error.says("Issuer doesn't match")) {
            return errors.refused(
                    IdentityPoolRefusal.PROVIDER_UNKNOWN,
                    error,
                    " The logins that were shown are of " + providers
                            + ": the identity pool must list each of them, under this name and with the client that"
                            + " its token is for (SupportedLoginProviders, OpenIdConnectProviderARNs,"
                            + " SamlProviderARNs; CognitoIdentityProviders for a user pool).");
        }
        if (error.says("Token expired") || error.says("not yet valid") || error.says("in the future")) {
            return errors.tokenRequired(
                    error,
                    " The logins that were shown are of " + providers
                            + ": have the caller, or the bean of type LoginSource"
                            + " that supplies the token, bring a new one.");
        }
        if (hasIdToken && (error.says("revoked") || error.says("signed out") || error.says("disabled"))) {
            return errors.refused(
                    IdentityPoolRefusal.SIGNED_OUT,
                    error,
                    " The logins that were shown are of " + providers
                            + ", and the user pool, or another of them, does not stand by the sign-in any more: have the"
                            + " caller sign in anew.");
        }
        if (error.says("Invalid login token") || error.says("revoked")) {
            return errors.refused(
                    IdentityPoolRefusal.OTHER,
                    error,
                    " The logins that were shown are of " + providers
                            + ": see what the bean of type LoginSource supplies as a token.");
        }
        return requestedRole
                .filter(role -> error.says("role"))
                .<CognitoException>map(role -> errors.refused(
                        IdentityPoolRefusal.ROLE_NOT_HELD,
                        error,
                        " The role that was asked for is " + role
                                + ": a rule of the pool's role mappings must give it."))
                .orElseGet(() -> errors.refused(IdentityPoolRefusal.OTHER, error, ""));
    }
}
