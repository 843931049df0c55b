package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which client calls, proved by its secret where it has one: in the header or in the body, not in both. */
record ClientAuthentication(Directory directory) {

    record Authenticated(Pool pool, AppClient client) {}

    Authenticated of(Form form, Optional<String> authorization) {
        Claim claim = authorization.isPresent() ? basic(authorization.get(), form) : body(form);
        Pool pool = directory.findOfClient(claim.clientId()).orElseThrow(OAuthError::invalidClient);
        AppClient client = pool.clients().required(claim.clientId());
        boolean proved = client.hasSecret() ? client.isSecret(claim.secret()) : claim.secret() == null;
        if (!proved) {
            throw OAuthError.invalidClient();
        }
        return new Authenticated(pool, client);
    }

    private static Claim body(Form form) {
        return new Claim(form.required("client_id"), form.find("client_secret").orElse(null));
    }

    private static Claim basic(String header, Form form) {
        Claim claim = decoded(header);
        boolean twice = form.find("client_secret").isPresent()
                || form.find("client_id")
                        .filter(id -> !id.equals(claim.clientId()))
                        .isPresent();
        if (twice) {
            throw OAuthError.invalidRequest();
        }
        return claim;
    }

    private static Claim decoded(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            throw OAuthError.invalidClient();
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(header.substring("basic ".length()).strip());
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length == 2) {
                return new Claim(unescaped(parts[0]), unescaped(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            // neither Base64 nor form encoding: answered below
        }
        throw OAuthError.invalidClient();
    }

    /** Ids and secrets may contain "+", which stands for itself: clients differ in whether they encode (RFC 6749, 2.3.1). */
    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private record Claim(String clientId, @Nullable String secret) {
        @Override
        public String toString() {
            return "Claim[" + clientId + "]";
        }
    }
}
