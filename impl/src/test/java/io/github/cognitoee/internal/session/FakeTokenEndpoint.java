package io.github.cognitoee.internal.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A user pool's domain on the loopback interface: answers as a test says, and writes down what it is asked. */
public final class FakeTokenEndpoint implements AutoCloseable {

    /** What it does with a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request, its body taken apart. */
    public record Asked(String path, @Nullable String authorization, Map<String, String> form) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = exchange -> {
        throw new IOException("the test has not said what to answer");
    };

    public FakeTokenEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    FakeBrowser.parametersOf(URI.create("?" + body))));
            answer.to(exchange);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Asked> asked() {
        return asked;
    }

    void answers(Answer what) {
        answer = what;
    }

    public void answers(int status, String body) {
        answer = exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public void refuses(String error) {
        answers(400, Json.createObjectBuilder().add("error", error).build().toString());
    }

    public void issues(String idToken, String accessToken, @Nullable String refreshToken) {
        answers(200, issued(idToken, accessToken, refreshToken));
    }

    static String issued(String idToken, String accessToken, @Nullable String refreshToken) {
        JsonObjectBuilder tokens = Json.createObjectBuilder()
                .add("id_token", idToken)
                .add("access_token", accessToken)
                .add("token_type", "Bearer")
                .add("expires_in", 3600);
        if (refreshToken != null) {
            tokens.add("refresh_token", refreshToken);
        }
        return tokens.build().toString();
    }

    /** From now on nobody answers. */
    public void goesDown() {
        server.stop(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
