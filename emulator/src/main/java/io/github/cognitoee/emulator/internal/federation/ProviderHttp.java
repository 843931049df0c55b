package io.github.cognitoee.emulator.internal.federation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Calls of one provider's endpoints, which all answer JSON. */
record ProviderHttp(String providerName) {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST = 256 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** @param what the request is for, as errors name it */
    Map<String, Object> get(URI address, Optional<String> authorization, String what) throws FederationException {
        return call(address, authorization, Optional.empty(), what);
    }

    Map<String, Object> post(URI address, Optional<String> authorization, String form, String what)
            throws FederationException {
        return call(address, authorization, Optional.of(form), what);
    }

    private Map<String, Object> call(URI address, Optional<String> authorization, Optional<String> form, String what)
            throws FederationException {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setRequestProperty("Accept", "application/json");
            authorization.ifPresent(value -> connection.setRequestProperty("Authorization", value));
            if (form.isPresent()) {
                send(connection, form.get());
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new FederationException(
                        providerName + " Error - " + connection.getResponseCode() + " error getting " + what);
            }
            try (InputStream in = connection.getInputStream()) {
                return JSON.readValue(in.readNBytes(LARGEST), OBJECT);
            }
        } catch (SocketTimeoutException e) {
            throw new FederationException("Timeout occurred in calling IdP " + what + " endpoint", e);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new FederationException(providerName + " Error - error getting " + what, e);
        }
    }

    private static void send(HttpURLConnection connection, String form) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(form.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
