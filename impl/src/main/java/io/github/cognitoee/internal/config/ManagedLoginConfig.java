package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people sign in at managed login.
 *
 * @param userPool where they sign in
 * @param userPoolApi where the pool's API is called
 * @param clientId the app client by which they do
 * @param clientSecret empty for a public client
 * @param domain scheme, host and port of the user pool's domain, without a path
 * @param redirectUri where Cognito sends them back to
 * @param scopes what is asked for, {@code openid} among them
 * @param parameters further parameters of the authorize endpoint, in their order
 * @param baseUrl how the application knows its own address
 * @param cookieKeys with which cookies are encrypted: the first, and decrypted: all; empty for one made at random
 * @param tokens where tokens are kept
 * @param logout what signing out does
 */
public record ManagedLoginConfig(
        UserPoolConfig userPool,
        URI userPoolApi,
        String clientId,
        Optional<Secret> clientSecret,
        URI domain,
        AddressTemplate redirectUri,
        List<String> scopes,
        Map<String, String> parameters,
        BaseUrlConfig baseUrl,
        List<CipherKey> cookieKeys,
        TokenKeeping tokens,
        LogoutConfig logout) {

    public ManagedLoginConfig {
        scopes = List.copyOf(scopes);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        cookieKeys = List.copyOf(cookieKeys);
    }
}
