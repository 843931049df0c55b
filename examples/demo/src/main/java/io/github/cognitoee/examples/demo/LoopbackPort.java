package io.github.cognitoee.examples.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1, looked at before something is started on them. */
final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @param property how to choose another port
     * @throws DemoFailure if it is in use
     */
    static int free(int port, String property) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DemoFailure("port %d is in use; choose another with -D%s=".formatted(port, property), e);
        }
    }
}
