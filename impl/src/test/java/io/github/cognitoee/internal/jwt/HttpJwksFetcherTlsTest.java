package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over TLS, as in production, a fetch that is given up leaves neither thread nor connection behind. */
@Timeout(60) // against a thread or a connection that stays
class HttpJwksFetcherTlsTest {

    private static final String PASSWORD = "not a secret";
    private static final byte[] RECORD_OF_16_KB = {23, 3, 3, 0x3f, 0};
    private static final byte[] HANDSHAKE_OF_16_KB = {22, 3, 3, 0x3f, (byte) 0xff, 2, 0, 0x3f, (byte) 0xfb};
    private static final SSLSocketFactory SYSTEM = HttpsURLConnection.getDefaultSSLSocketFactory();
    private static SSLContext context;

    @BeforeAll
    static void trustOurselves(@TempDir Path folder) throws Exception {
        KeyStore keys = KeyStore.getInstance(selfSigned(folder.resolve("localhost.p12")), PASSWORD.toCharArray());
        KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), trusted.getTrustManagers(), null);
        HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
    }

    @AfterAll
    static void trustWhomTheSystemTrusts() {
        HttpsURLConnection.setDefaultSSLSocketFactory(SYSTEM);
    }

    private static File selfSigned(Path store) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertThat(exit).as("keytool's exit status").isZero();
        return store.toFile();
    }

    /** What the server does, until the client hangs up. */
    enum Server {
        HANDSHAKE_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                trickle(socket.getOutputStream(), HANDSHAKE_OF_16_KB);
            }
        },
        HEAD_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                trickle(layered(socket).getOutputStream(), Draft.utf8("HTTP/1.1 200 OK\r\nX-Endless: "));
            }
        },
        RECORD_OF_THE_HEAD_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                layered(socket);
                trickle(socket.getOutputStream(), RECORD_OF_16_KB);
            }
        },
        BODY_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                trickle(
                        layered(socket).getOutputStream(),
                        Draft.utf8("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n"));
            }
        },
        RECORD_OF_THE_BODY_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                layered(socket)
                        .getOutputStream()
                        .write(Draft.utf8("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\nxx"));
                trickle(socket.getOutputStream(), RECORD_OF_16_KB);
            }
        },
        CHUNK_SIZE_TRICKLES {
            @Override
            void serve(Socket socket) throws Exception {
                trickle(
                        layered(socket).getOutputStream(),
                        Draft.utf8("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            }
        };

        abstract void serve(Socket socket) throws Exception;

        private static SSLSocket layered(Socket socket) throws IOException {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
            tls.setUseClientMode(false);
            tls.getInputStream().read(new byte[8 * 1024]);
            return tls;
        }

        private static void trickle(OutputStream out, byte[] begin) throws Exception {
            out.write(begin);
            while (true) {
                out.write('0');
                Thread.sleep(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTricklesIsGivenUpForGood(Server behaviour) throws Exception {
        try (ServerSocket server = listen()) {
            Thread serving = new Thread(() -> serveUntilTheClientHangsUp(server, behaviour));
            serving.start();

            assertThatThrownBy(() -> new HttpJwksFetcher(Duration.ofMillis(500)).fetch(address(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no whole answer within 500 ms");
            serving.join();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("cognito-ee-keys-http")) {
                    thread.join();
                }
            }
        }
    }

    @Test
    void fetchesTheTextAndChecksTheName() throws Exception {
        try (ServerSocket server = listen()) {
            Thread serving = new Thread(() -> {
                answer(server);
                answer(server);
            });
            serving.start();
            HttpJwksFetcher fetcher = new HttpJwksFetcher();

            assertThat(fetcher.fetch(address(server)).json()).isEqualTo("{}");
            assertThatThrownBy(() -> fetcher.fetch(URI.create("https://127.0.0.1:" + server.getLocalPort())))
                    .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
            serving.join();
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept();
                SSLSocket tls = Server.layered(socket)) {
            tls.getOutputStream().write(Draft.utf8("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
        } catch (IOException e) {
            // the client does not like the name
        }
    }

    private static void serveUntilTheClientHangsUp(ServerSocket server, Server behaviour) {
        try (Socket socket = server.accept()) {
            behaviour.serve(socket);
        } catch (Exception e) {
            // it has
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static URI address(ServerSocket server) {
        return URI.create("https://localhost:" + server.getLocalPort());
    }
}
