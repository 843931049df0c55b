package io.github.cognitoee.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One GET request written to a socket, so that its headers may hold what no decent client sends. Each character of a value
 * is sent as the byte of that number.
 */
public final class RawCall {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URL war;
    private final StringBuilder head = new StringBuilder();

    private RawCall(URL war, String path) {
        this.war = war;
        head.append("GET ").append(war.getPath()).append(path).append(" HTTP/1.1\r\n");
        header("Host", "127.0.0.1:" + war.getPort());
        header("Connection", "close");
    }

    /** @param path below the WAR's context root, without a leading slash */
    public static RawCall to(URL war, String path) {
        return new RawCall(war, path);
    }

    public RawCall header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** All that came back, as text; empty where the server hung up without a word. */
    public Optional<String> get() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), war.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                socket.getInputStream().transferTo(received);
            } catch (IOException hungUp) {
                // a server that refuses a request may do so before it has read it all: what it said until then counts
            }
            String text = received.toString(StandardCharsets.ISO_8859_1);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
