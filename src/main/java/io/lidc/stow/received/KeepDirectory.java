package io.lidc.stow.received;

import io.lidc.model.Location;
import io.lidc.source.folder.FolderSource;
import io.lidc.temporary.TemporaryDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder in which pushed objects are kept, each under the SHA-256 of its bytes. They are read as from any folder. */
final class KeepDirectory {
    private final Path folder;
    private final TemporaryDirectory incomplete;

    /** @throws IOException when it cannot be created */
    KeepDirectory(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.incomplete = TemporaryDirectory.create(
                Files.createDirectories(this.folder.resolve(FolderSource.INCOMPLETE)), "push-");
    }

    /** Where objects are while they arrive: on the same file system. */
    TemporaryDirectory incomplete() {
        return incomplete;
    }

    /**
     * Moves an object that has arrived to its place; one that is there already stays as it is.
     *
     * @param suffix of its name, which tells archives from others
     * @throws StorageException when the file system refuses
     */
    Location place(ReceivedFile received, String sha256, String suffix) {
        Path target = folder.resolve(sha256.substring(0, 2)).resolve(sha256 + suffix);
        try {
            if (Files.exists(target)) {
                Files.delete(received.path());
            } else {
                try (FileChannel channel = FileChannel.open(received.path(), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.createDirectories(target.getParent());
                Files.move(received.path(), target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StorageException(e);
        }
        return new FolderSource(target).list().next().location();
    }
}
