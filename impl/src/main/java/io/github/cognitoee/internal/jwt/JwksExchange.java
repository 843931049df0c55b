package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.internal.jwt.JwksFetcher.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request for a key set, and its answer. The time-outs of {@link HttpURLConnection} are for one read each, and an
 * answer that trickles in never runs into them; so the exchange has a thread of its own, which whoever awaits it watches
 * and can abandon. Over TLS that ends the thread at once. In plain http, which is for an emulator on the same machine, it
 * does so until the body is read, and then after the next read.
 */
final class JwksExchange {

    private static final int MAX_LENGTH = 256 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;

    private final HttpURLConnection connection;
    private final @Nullable SeverableTls tls;
    private final CompletableFuture<Fetched> answer = new CompletableFuture<>();
    private volatile boolean readingBody;

    JwksExchange(HttpURLConnection connection) {
        this.connection = connection;
        if (connection instanceof HttpsURLConnection https) {
            this.tls = new SeverableTls(https.getSSLSocketFactory());
            https.setSSLSocketFactory(tls);
        } else {
            this.tls = null;
        }
    }

    /** Sends the request and waits for the whole answer. */
    Fetched await(Duration timeout) throws IOException {
        start();
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon();
            throw new IOException("no whole answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (CancellationException e) {
            throw new IOException("the application has ended", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private void start() throws IOException {
        try {
            KeyThreads.start("cognito-ee-keys-http", this::run);
        } catch (OutOfMemoryError e) {
            throw new IOException("no thread to fetch with", e);
        }
    }

    /** Ends the exchange, unless it has ended by itself. */
    void abandon() {
        if (!answer.cancel(false)) {
            return;
        }
        if (tls != null) {
            tls.sever();
        } else if (!readingBody) { // to disconnect would wait for the reader, who sees for itself that nobody waits
            connection.disconnect();
        }
    }

    private void run() {
        try {
            answer.complete(request());
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        } catch (Error e) { // whoever waits is to know, and so is whoever watches threads
            answer.completeExceptionally(e);
            throw e;
        } finally {
            connection.disconnect();
        }
    }

    private Fetched request() throws IOException {
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(READ_TIMEOUT_MILLIS);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        connection.connect();
        requireThatSomebodyWaits(); // the name may have taken its time to resolve
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("status " + status + ", expected 200");
        }
        readingBody = true;
        requireThatSomebodyWaits();
        return new Fetched(body(), maxAge(connection.getHeaderField("Cache-Control")));
    }

    private String body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = connection.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                requireThatSomebodyWaits();
                body.write(buffer, 0, n);
                if (body.size() > MAX_LENGTH) {
                    throw new IOException("answer longer than " + MAX_LENGTH + " bytes");
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

    private void requireThatSomebodyWaits() throws IOException {
        if (answer.isDone()) {
            throw new IOException("abandoned");
        }
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
