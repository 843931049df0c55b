package io.github.cognitoee.spi;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The login of a user at an identity provider, as an identity pool takes it. Immutable; prints neither user nor token.
 */
public final class ProviderLogin {

    private final String provider;
    private final String user;
    private final Supplier<String> token;

    private ProviderLogin(String provider, String user, Supplier<String> token) {
        this.provider = provider;
        this.user = user;
        this.token = token;
    }

    /**
     * A login.
     *
     * @param provider {@code accounts.google.com}, {@code graph.facebook.com}, {@code appleid.apple.com}, {@code
     *     www.amazon.com}; the issuer of an OpenID Connect provider, or its ARN in IAM; the ARN of a SAML provider
     * @param user who this is at the provider, for ever: {@code sub} of an ID token, a persistent {@code NameID}. It is not
     *     sent to AWS and tells the cached credentials of one user from those of another
     * @param token what the provider issued for the identity pool: an ID token, for Facebook and Amazon an access token, for
     *     SAML the response in Base64, which Cognito takes once for each of its operations. Asked only when AWS is about to be
     *     called, on the thread that needs credentials: for a captured identity another one than that of the request, and for
     *     a client of the AWS SDK one that serves no request at all where another thread was asking already and was
     *     interrupted. It ends in a time of its own: all who wait for the same credentials wait for it
     */
    public static ProviderLogin of(String provider, String user, Supplier<String> token) {
        return new ProviderLogin(
                Objects.requireNonNull(provider, "provider"),
                Objects.requireNonNull(user, "user"),
                Objects.requireNonNull(token, "token"));
    }

    public String provider() {
        return provider;
    }

    public String user() {
        return user;
    }

    /** The token, anew with each call: a secret. */
    public String token() {
        return token.get();
    }

    @Override
    public String toString() {
        return "ProviderLogin[" + provider + "]";
    }
}
