package io.github.cognitoee.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Plain requests, for what no SDK sends. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<String> get(CognitoEmulator emulator, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path));
        return CLIENT.send(with(request, headers).build(), BodyHandlers.ofString());
    }

    static CompletableFuture<HttpResponse<String>> getLater(CognitoEmulator emulator, String path) {
        URI address = URI.create(emulator.endpoint() + path);
        return CLIENT.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(CognitoEmulator emulator, String body, String... headers)
            throws IOException, InterruptedException {
        return postTo(emulator, "/", body, headers);
    }

    static HttpResponse<String> postTo(CognitoEmulator emulator, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(emulator.endpoint() + path)).POST(BodyPublishers.ofString(body));
        return CLIENT.send(with(request, headers).build(), BodyHandlers.ofString());
    }

    /** The whole answer to a GET with a Host header of one's own, which the JDK's client does not allow. */
    static String getWithHost(CognitoEmulator emulator, String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", emulator.endpoint().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
