package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Layers TLS over one plain socket that it remembers. To close a TLS socket, or a stream above it, waits for whoever reads;
 * to close the socket below ends the read. It makes no unconnected socket, so that
 * {@link javax.net.ssl.HttpsURLConnection} connects a plain one and has it layered here.
 */
final class SeverableTls extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private @Nullable Socket plain;
    private boolean severed;

    SeverableTls(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** Closes the socket, now or as soon as there is one; no other is layered any more. */
    synchronized void sever() {
        severed = true;
        if (plain != null) {
            close(plain);
        }
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        remember(connected);
        return tls.createSocket(connected, host, port, autoClose);
    }

    private synchronized void remember(Socket connected) throws SocketException {
        if (severed) {
            close(connected);
            throw new SocketException("abandoned");
        }
        plain = connected;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed all the same
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notLayered();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw notLayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notLayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw notLayered();
    }

    private static UnsupportedOperationException notLayered() {
        return new UnsupportedOperationException("layers TLS over connected sockets only");
    }
}
