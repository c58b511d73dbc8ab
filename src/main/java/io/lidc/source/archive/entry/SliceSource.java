package io.lidc.source.archive.entry;

import io.lidc.dicom.ByteSource;
import java.io.IOException;

/** Part of an object: an entry that lies in its archive as it is. Closes the whole. */
public record SliceSource(ByteSource whole, long start, long size) implements ByteSource {

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        return whole.read(start + position, target, offset, (int) Math.min(length, size - position));
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
