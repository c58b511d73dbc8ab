package io.lidc.stow;

import io.lidc.model.Location;
import io.lidc.source.folder.FolderSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder in which pushed objects are kept, each under the SHA-256 of its bytes. They are read as from any folder. */
final class KeepDirectory {
    private final Path folder;

    KeepDirectory(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** A file for an object that arrives. */
    Path begin() throws IOException {
        Path incomplete = Files.createDirectories(folder.resolve(FolderSource.INCOMPLETE));
        return Files.createTempFile(incomplete, "push-", ".part");
    }

    /**
     * Puts an object that has arrived into its place; one that is there already stays as it is.
     *
     * @param ending of its name, which tells archives from others
     */
    Location place(Path part, String sha256, String ending) throws IOException {
        Path target = folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ending);
        if (Files.exists(target)) {
            Files.delete(part);
        } else {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.createDirectories(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new FolderSource(target).list().next().location();
    }
}
