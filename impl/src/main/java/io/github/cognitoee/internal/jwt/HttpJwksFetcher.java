package io.github.cognitoee.internal.jwt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fetches key sets by HTTP. Follows no redirect, takes nothing but 200, and reads at most 256 KiB.
 *
 * <p>{@link HttpURLConnection}, because {@code java.net.http} leaves a thread behind when the application is undeployed;
 * and no kept-alive connections, because hours lie between two fetches.
 */
final class HttpJwksFetcher implements JwksFetcher {

    private static final int MAX_LENGTH = 256 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    /** For the whole answer: one that trickles in never runs into the read timeout. */
    private static final long ANSWER_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(2L * READ_TIMEOUT_MILLIS);

    @Override
    public Fetched fetch(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
            connection.setReadTimeout(READ_TIMEOUT_MILLIS);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Connection", "close");
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("status " + status + ", expected 200");
            }
            return new Fetched(body(connection), maxAge(connection.getHeaderField("Cache-Control")));
        } finally {
            connection.disconnect();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        long deadline = System.nanoTime() + ANSWER_TIMEOUT_NANOS;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = connection.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                body.write(buffer, 0, n);
                if (body.size() > MAX_LENGTH) {
                    throw new IOException("answer longer than " + MAX_LENGTH + " bytes");
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException("answer not complete in time");
                }
            }
        }
        long announced = connection.getContentLengthLong();
        if (announced >= 0 && announced != body.size()) {
            // HttpURLConnection takes a connection that closes early for the end of the answer
            throw new IOException("answer ended after " + body.size() + " of " + announced + " bytes");
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable Duration maxAge(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return null;
        }
        for (String directive : cacheControl.toLowerCase(Locale.ROOT).split(",")) {
            String[] nameAndValue = directive.strip().split("=", 2);
            if (nameAndValue.length == 2 && nameAndValue[0].equals("max-age") && nameAndValue[1].matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(nameAndValue[1]));
            }
        }
        return null;
    }
}
