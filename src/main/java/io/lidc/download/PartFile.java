package io.lidc.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** What has arrived of a file so far, with a note of the state of the file that it belongs to. */
final class PartFile {
    private final Path part;
    private final Path note;

    PartFile(Path folder, String name) {
        part = folder.resolve(name + ".part");
        note = folder.resolve(name + ".part.properties");
    }

    Path path() {
        return part;
    }

    long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    Representation representation() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(note)) {
            try (InputStream bytes = Files.newInputStream(note)) {
                properties.load(bytes);
            } catch (IllegalArgumentException e) {
                throw new IOException("the note beside a part file is broken", e);
            }
        }
        return Representation.of(properties);
    }

    /** Forgets what has arrived and begins anew. The note comes first, so that no part is ever without one. */
    void begin(Representation representation) throws IOException {
        discard();
        Files.createDirectories(part.getParent());
        try (OutputStream bytes = Files.newOutputStream(note)) {
            representation.toProperties().store(bytes, null);
        }
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(note);
    }

    /** Puts the whole file into its place, in one step. */
    void moveTo(Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(target.getParent());
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(note);
    }
}
