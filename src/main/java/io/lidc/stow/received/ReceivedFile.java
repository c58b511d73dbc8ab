package io.lidc.stow.received;

import io.lidc.temporary.TemporaryDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that takes bytes as they arrive. That it cannot be written is the server's trouble, not the client's. */
public final class ReceivedFile extends OutputStream {
    private final Path path;
    private final OutputStream stream;

    private ReceivedFile(Path path, OutputStream stream) {
        this.path = path;
        this.stream = stream;
    }

    /** @throws StorageException when the file cannot be created */
    static ReceivedFile create(TemporaryDirectory directory, String suffix) {
        try {
            return open(directory.createFile(suffix));
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    /** Over a file that exists. */
    public static ReceivedFile open(Path path) throws IOException {
        return new ReceivedFile(path, Files.newOutputStream(path));
    }

    public Path path() {
        return path;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws StorageException when the file system takes no more */
    @Override
    public void write(byte[] source, int offset, int length) {
        try {
            stream.write(source, offset, length);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    public void delete() throws IOException {
        stream.close();
        Files.deleteIfExists(path);
    }
}
