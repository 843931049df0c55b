package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds an offset at which a server's fixed ports are all free on loopback. */
final class FreePorts {

    private FreePorts() {}

    static int offset(int... ports) {
        return IntStream.iterate(10_000 + (int) (ProcessHandle.current().pid() % 120) * 100, offset -> offset + 7)
                .limit(1_000)
                .filter(offset -> IntStream.of(ports).allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports on loopback"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
