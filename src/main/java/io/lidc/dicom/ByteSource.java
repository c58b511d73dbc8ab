package io.lidc.dicom;

import java.io.Closeable;
import java.io.IOException;

/** Random access to the bytes of one object: a file, an object in a bucket, a buffer in memory. */
public interface ByteSource extends Closeable {

    /** Length in bytes; -1 if it is unknown until the end is reached. */
    long size();

    /**
     * Reads up to {@code length} bytes, starting at {@code position}.
     *
     * @return number of bytes read, at least 1; -1 at or beyond the end
     * @throws IOException if the bytes cannot be read
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    /**
     * Told by a reader of this source before it holds more than 64 KB of it in memory, and again before each step beyond. It may wait
     * until there is room.
     *
     * @param bytes that the reader will hold in all
     * @throws IOException if there will be no room
     */
    default void reserve(int bytes) throws IOException {}
}
