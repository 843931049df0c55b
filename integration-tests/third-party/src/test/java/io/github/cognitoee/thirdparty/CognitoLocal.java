package io.github.cognitoee.thirdparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** cognito-local, an emulator that is not ours. Its data go with the folder. */
final class CognitoLocal {

    private CognitoLocal() {}

    static NodeServer start(Path folder) {
        try {
            Path config = Files.createDirectories(folder.resolve(".cognito")).resolve("config.json");
            Files.writeString(config, "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NodeServer.start(
                folder,
                "node_modules/cognito-local/lib/bin/start.js",
                "/health",
                Map.of("HOST", "127.0.0.1", "CODE", "123456"));
    }
}
