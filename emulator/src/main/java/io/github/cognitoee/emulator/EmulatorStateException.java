package io.github.cognitoee.emulator;

import java.nio.file.Path;

/** The file in which an emulator keeps its state cannot be used. It was left as it is. */
public final class EmulatorStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmulatorStateException(Path file, String problem) {
        super("the state file " + file + " " + problem);
    }
}
