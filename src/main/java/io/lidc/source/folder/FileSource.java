package io.lidc.source.folder;

import io.lidc.dicom.ByteSource;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** An object that is a file. Opening and one read cost two system calls where the size is known from its listing. */
public final class FileSource implements ByteSource {
    private final FileChannel channel;
    private final long size;

    /**
     * Opens a file.
     *
     * @throws IOException when it cannot be opened
     */
    public FileSource(Path file) throws IOException {
        channel = OpeningFile.open(file);
        size = sizeOrClose(channel);
    }

    /**
     * Opens a file whose size in bytes is known.
     *
     * @throws IOException when it cannot be opened
     */
    public FileSource(Path file, long size) throws IOException {
        this.channel = OpeningFile.open(file);
        this.size = size;
    }

    static SourceException notAFile() {
        return new SourceException(SourceError.NOT_A_FILE, "neither a file nor a folder");
    }

    private static long sizeOrClose(FileChannel channel) throws IOException {
        try {
            return channel.size();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(target, offset, length), position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
