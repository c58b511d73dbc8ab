package io.lidc.ingest;

import io.lidc.dicom.ByteSource;
import java.io.IOException;

/** Counts the bytes read from a source. */
final class CountedBytes implements ByteSource {
    private final ByteSource source;
    private long count;

    CountedBytes(ByteSource source) {
        this.source = source;
    }

    long count() {
        return count;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        int read = source.read(position, target, offset, length);
        count += Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
