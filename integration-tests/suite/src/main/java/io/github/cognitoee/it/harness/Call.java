package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * One request to a deployed WAR.
 *
 * <pre>{@code
 * Answer answer = Call.to(war, "api/methods/admins").bearer(token).get();
 * }</pre>
 */
public final class Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HttpRequest.Builder request;
    private HttpClient client = CLIENT;

    private Call(URI uri) {
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    }

    /**
     * @param war where Arquillian says that the WAR is; its host is replaced, since a server may name itself by an
     *     address that it does not listen on
     * @param path below the WAR's context root, without a leading slash
     */
    public static Call to(URL war, String path) {
        return new Call(URI.create("http://127.0.0.1:" + war.getPort() + war.getPath() + path));
    }

    /** Adds {@code Authorization: Bearer}; twice adds two headers. */
    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Adds {@code Authorization: Basic}. */
    public Call basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** Through a client of the test's own, with connections that no other call uses. */
    public Call via(HttpClient own) {
        client = own;
        return this;
    }

    public Answer get() {
        return send("GET");
    }

    public Answer send(String method) {
        request.method(method, BodyPublishers.noBody());
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends without waiting, so that many calls are under way at once. */
    public CompletableFuture<Answer> getAsync() {
        return client.sendAsync(request.GET().build(), BodyHandlers.ofString()).thenApply(Answer::of);
    }
}
