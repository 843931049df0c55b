package io.github.cognitoee.emulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that only one emulator has, and whose content is always whole: new content is written beside it, brought to the
 * disk and moved into its place. Its owner alone may read it, where the file system knows owners. The lock is held on a file
 * of its own, {@code <name>.lock}, because the other one is replaced.
 */
final class StateFile implements AutoCloseable {

    private final Path file;
    private final FileChannel lock;

    private StateFile(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** @throws EmulatorStateException if it cannot be had, or another emulator has it */
    static StateFile open(Path given) {
        Path file = resolved(given);
        try {
            FileChannel channel = FileChannel.open(
                    beside(file, ".lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownersAlone());
            if (isLocked(channel)) {
                return new StateFile(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new EmulatorStateException(file, "cannot be locked: " + e);
        }
        throw new EmulatorStateException(file, "is in use by another emulator");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) { // in this process
            return false;
        }
    }

    /** The file itself, so that two names of it are one lock. */
    private static Path resolved(Path given) {
        try {
            Path absolute = given.toAbsolutePath();
            if (Files.exists(absolute)) {
                if (!Files.isRegularFile(absolute)) {
                    throw new EmulatorStateException(absolute, "is no regular file");
                }
                return absolute.toRealPath();
            }
            Path directory = Objects.requireNonNull(absolute.getParent(), "only a directory, the root, has none");
            return directory.toRealPath().resolve(absolute.getFileName());
        } catch (NoSuchFileException e) {
            throw new EmulatorStateException(given.toAbsolutePath(), "has no directory");
        } catch (IOException e) {
            throw new EmulatorStateException(given.toAbsolutePath(), "cannot be used: " + e);
        }
    }

    Path path() {
        return file;
    }

    /**
     * Its content, if it is there.
     *
     * @throws EmulatorStateException if it cannot be read
     */
    Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EmulatorStateException(file, "cannot be read: " + e);
        }
    }

    /** Replaces the content, as a whole or not at all. */
    void write(byte[] content) throws IOException {
        Path next = beside(file, ".tmp");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone())) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets other emulators have it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmulatorStateException(file, "cannot be unlocked: " + e);
        }
    }
}
