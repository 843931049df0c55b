package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** A request for a pool's key set, and all that can be done to it, good and bad. */
final class KeySetRequest {

    private static final String JSON = "application/json";
    private static final int CHUNK = 8192;

    private final Context context;
    private final PoolKeys keys;

    KeySetRequest(Context context, PoolKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    void answer() {
        answer(JSON, keys.published().toString());
    }

    void answer(String contentType, String body) {
        head(contentType).result(body);
    }

    /** Holds no thread meanwhile. The keys are those at the time of the answer. */
    void answerAfter(Duration delay) {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        context.future(() -> CompletableFuture.runAsync(this::answer, later));
    }

    void refuse(int status) {
        JsonProtocol.refuse(
                context, ServiceException.of("EmulatedFaultException", status, "The emulator was told to fail."));
    }

    void answerHalf() {
        byte[] body = bytes(keys.published());
        head(JSON).res().setContentLength(body.length);
        write(out -> out.write(body, 0, body.length / 2));
        hangUp();
    }

    void answerPadded(long padding) {
        byte[] keySet = bytes(keys.published());
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'a');
        head(JSON);
        write(out -> {
            out.write("{\"padding\":\"".getBytes(StandardCharsets.US_ASCII));
            for (long left = padding; left > 0; left -= CHUNK) {
                out.write(chunk, 0, (int) Math.min(left, CHUNK));
            }
            out.write("\",".getBytes(StandardCharsets.US_ASCII));
            out.write(keySet, 1, keySet.length - 1);
        });
    }

    /** Past Jetty, which would send the head as a whole; holds a thread until the client hangs up. */
    void trickle(Duration interval) {
        EndPoint connection = connection();
        try {
            send(connection, "HTTP/1.1 200 OK\r\nX-Trickle: ");
            while (connection.isOpen()) {
                send(connection, "x");
                Thread.sleep(interval.toMillis());
            }
        } catch (IOException e) {
            // the client has had enough, as it should
        } catch (InterruptedException e) { // the emulator closes
            Thread.currentThread().interrupt();
        }
        hangUp();
    }

    private static void send(EndPoint connection, String text) throws IOException {
        connection.flush(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    void hangUp() {
        connection().close();
    }

    private EndPoint connection() {
        return ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private Context head(String contentType) {
        keys.cacheControl().ifPresent(value -> context.header("Cache-Control", value));
        return context.contentType(contentType);
    }

    /** Past Javalin, which would buffer and compress; the server closes the stream. */
    private void write(Body body) {
        try {
            OutputStream out = context.res().getOutputStream();
            body.writeTo(out);
            out.flush();
        } catch (EOFException e) {
            // the client has had enough, as it should
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JWKSet keySet) {
        return keySet.toString().getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
