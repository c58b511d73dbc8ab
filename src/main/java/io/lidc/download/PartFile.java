package io.lidc.download;

import io.lidc.download.http.Representation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** The bytes of a file received so far, with the metadata of the version that they belong to in a second file. */
final class PartFile {
    private final Path part;
    private final Path metadata;

    PartFile(Path folder, String name) {
        part = folder.resolve(name + ".part");
        metadata = folder.resolve(name + ".part.properties");
    }

    Path path() {
        return part;
    }

    long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    Representation representation() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(metadata)) {
            try (InputStream bytes = Files.newInputStream(metadata)) {
                properties.load(bytes);
            } catch (IllegalArgumentException e) {
                throw new IOException("the metadata file beside a part file is damaged", e);
            }
        }
        return Representation.of(properties);
    }

    /** Starts from byte 0. The metadata is written first, so that no part file is ever without it. */
    void start(Representation representation) throws IOException {
        discard();
        Files.createDirectories(part.getParent());
        try (OutputStream bytes = Files.newOutputStream(metadata)) {
            representation.toProperties().store(bytes, null);
        }
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(metadata);
    }

    /** Moves the complete file to its target in one step. */
    void moveTo(Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(target.getParent());
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(metadata);
    }
}
