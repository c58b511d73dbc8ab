package io.lidc.dicom;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of one object, read by position, wherever they lie: a file, an object in a bucket, a buffer. */
public interface ByteSource extends Closeable {

    /** Length in bytes, or -1 where only reading on tells it. */
    long size();

    /**
     * Reads at most {@code length} bytes from {@code position} on.
     *
     * @return how many bytes were read, at least 1; -1 at or beyond the end
     * @throws IOException when the bytes cannot be had
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;
}
