package io.github.cognitoee.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1, as little of it as costs least: answers with {@code Content-Length}. A server that closes the
 * connection after an answer gets a new one. For one thread.
 */
final class KeepAliveConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    KeepAliveConnection(int port) throws IOException {
        this.port = port;
        connect();
    }

    /** What came back. */
    record Answer(int status, String body) {

        /** @throws IllegalStateException when it is another than the question wants */
        void requireGood(Question question) {
            if (status != 200 || !body.contains(question.expected())) {
                throw new IllegalStateException(question + " answered " + status + ", '" + body
                        + "', expected 200 with '" + question.expected() + "'");
            }
        }
    }

    /** Sends, and reads the whole answer. */
    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String statusLine = line();
        int length = -1;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            }
        }
        if (length < 0) {
            throw new IOException("an answer without Content-Length: " + statusLine);
        }
        String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        if (closing) {
            reconnect();
        }
        return new Answer(Integer.parseInt(statusLine.split(" ")[1]), body);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void reconnect() throws IOException {
        socket.close();
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
