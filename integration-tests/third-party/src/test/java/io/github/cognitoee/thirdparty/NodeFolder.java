package io.github.cognitoee.thirdparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The scripts, and the packages that they call, below the module's target folder. Packages are installed at first use and
 * kept until the lock file changes; npm takes them from its cache where it has them, so that no network is needed then.
 */
final class NodeFolder {

    private static final Path FOLDER = Path.of(System.getProperty("third-party.node"));

    private NodeFolder() {}

    static synchronized Path installed() {
        Path lock = FOLDER.resolve("package-lock.json");
        Path installedLock = FOLDER.resolve("node_modules/installed-package-lock.json");
        try {
            if (!Files.exists(installedLock) || Files.mismatch(lock, installedLock) >= 0) {
                Program.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                        .in(FOLDER)
                        .run()
                        .ok();
                Files.copy(lock, installedLock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FOLDER;
    }
}
