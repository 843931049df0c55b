package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as a program that is killed in the middle of its work. */
class StateAfterKillTest {

    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final int KILLS = 4;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @Timeout(180)
    void noKillLeavesABrokenFileAndKeysLiveOn() throws Exception {
        Path file = directory.resolve("state.json");
        List<String> keySets = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = start(file);
            try {
                URI endpoint = endpointOf(program);
                keySets.add(get(endpoint + "/eu-west-1_CognitoEE/.well-known/jwks.json"));
                byte[] before = Files.readAllBytes(file);
                do { // until a write has happened, and others are under way
                    get(endpoint + "/dev/tokens/alice");
                } while (Arrays.equals(before, Files.readAllBytes(file)));
            } finally {
                program.destroyForcibly().waitFor();
            }
            byte[] left = Files.readAllBytes(file);
            assertThatCode(() -> StateFormat.read(left, file)).doesNotThrowAnyException();
        }

        assertThat(keySets).hasSize(KILLS).containsOnly(keySets.get(0));
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standalone.class.getName(),
                        "--port",
                        "0",
                        "--state",
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI endpointOf(Process program) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        Matcher ready = READY.matcher(String.valueOf(out.readLine()));
        assertThat(ready.find()).isTrue();
        return URI.create(ready.group(1));
    }

    private String get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
