package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a user pool's domain that are called from here and not by browsers. Thread-safe; each call blocks, for
 * some seconds at most.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">Cognito: token endpoint</a>
 */
final class OAuthEndpoints {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration WHOLE_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_LENGTH = 256 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ManagedLoginConfig config;
    private final Duration readTimeout;
    private final Duration wholeTimeout;

    OAuthEndpoints(ManagedLoginConfig config) {
        this(config, READ_TIMEOUT, WHOLE_TIMEOUT);
    }

    /**
     * @param readTimeout for each piece of an answer
     * @param wholeTimeout for the body as a whole
     */
    OAuthEndpoints(ManagedLoginConfig config, Duration readTimeout, Duration wholeTimeout) {
        this.config = config;
        this.readTimeout = readTimeout;
        this.wholeTimeout = wholeTimeout;
    }

    TokenAnswer redeem(String code, String verifier, String redirectUri) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", verifier);
        form.put("redirect_uri", redirectUri);
        return tokens(form);
    }

    TokenAnswer refresh(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return tokens(form);
    }

    /** @throws IOException when it is not known whether Cognito revoked it */
    void revoke(String refreshToken) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", refreshToken);
        Reply reply = post("/oauth2/revoke", form);
        if (reply.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException("revocation answered " + reply.status());
        }
    }

    private TokenAnswer tokens(Map<String, String> form) {
        try {
            Reply reply = post("/oauth2/token", form);
            if (reply.status() == HttpURLConnection.HTTP_OK) {
                return issued(reply.json());
            }
            if (reply.status() == HttpURLConnection.HTTP_UNAUTHORIZED) {
                return new TokenAnswer.Refused("invalid_client"); // RFC 6749 section 5.2; the body is not to be had
            }
            return reply.status() < 500 && reply.status() != 429
                    ? refused(reply)
                    : new TokenAnswer.Unavailable(RETRY_AFTER, "status " + reply.status());
        } catch (IOException e) {
            return new TokenAnswer.Unavailable(RETRY_AFTER, "not reached: " + e);
        } catch (JsonException | ClassCastException | NullPointerException e) {
            return new TokenAnswer.Unavailable(RETRY_AFTER, "an answer that is none of a token endpoint");
        }
    }

    private static TokenAnswer issued(JsonObject json) {
        return new TokenAnswer.Issued(
                json.getString("id_token"), json.getString("access_token"), json.getString("refresh_token", null));
    }

    /** Only a code of the specification is told: the rest is whatever somebody wrote. */
    private static TokenAnswer refused(Reply reply) {
        String error = reply.json().getString("error");
        return error.matches("[a-z_]{1,64}")
                ? new TokenAnswer.Refused(error)
                : new TokenAnswer.Unavailable(RETRY_AFTER, "status " + reply.status() + " with an unknown error");
    }

    /** Sends it once: without the fixed length, the JDK would silently send it again when a connection breaks. */
    private Reply post(String path, Map<String, String> form) throws IOException {
        form.put("client_id", config.clientId());
        byte[] body = FormBody.of(form).getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(config.domain() + path).toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
            connection.setReadTimeout((int) readTimeout.toMillis());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            config.clientSecret().ifPresent(secret -> connection.setRequestProperty("Authorization", basic(secret)));
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            return new Reply(status, body(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
        } finally {
            connection.disconnect();
        }
    }

    private String basic(Secret secret) {
        byte[] pair = (config.clientId() + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String body(@Nullable InputStream stream) throws IOException {
        if (stream == null) {
            return "";
        }
        long started = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                body.write(buffer, 0, n);
                if (body.size() > MAX_LENGTH || System.nanoTime() - started > wholeTimeout.toNanos()) {
                    throw new IOException("an answer too long, or too slow");
                }
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Prints no body: it may hold tokens. */
    private record Reply(int status, String body) {

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }
}
