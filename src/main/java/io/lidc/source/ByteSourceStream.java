package io.lidc.source;

import io.lidc.dicom.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object's bytes in their order. Skipping costs nothing: the next read is at another position. Nothing is read ahead
 * beyond the buffer, so {@link #position()} tells where in the object a reader of this stream stands.
 */
public final class ByteSourceStream extends InputStream {
    private final ByteSource source;
    private final byte[] buffer;
    private long position;
    private int start;
    private int limit;

    /**
     * A stream that closes its source.
     *
     * @param position of the first byte to give
     * @param bufferSize bytes asked for at once
     */
    public ByteSourceStream(ByteSource source, long position, int bufferSize) {
        this.source = source;
        this.position = position;
        this.buffer = new byte[bufferSize];
    }

    /** Position in the object of the next byte that this stream gives. */
    public long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        return fill() ? take() : -1;
    }

    private int take() {
        position++;
        return buffer[start++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (start == limit && length >= buffer.length) {
            int read = source.read(position, target, offset, length);
            position += Math.max(read, 0);
            return read;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (start == limit) {
            start = 0;
            limit = Math.max(0, source.read(position, buffer, 0, buffer.length));
        }
        return start < limit;
    }

    /** Skips to the end of the object at the most, where its size is known. */
    @Override
    public long skip(long count) throws IOException {
        long size = source.size();
        long skipped = Math.max(0, size < 0 ? count : Math.min(count, size - position));
        long buffered = Math.min(skipped, limit - start);
        start += (int) buffered;
        if (skipped > buffered) {
            start = limit;
        }
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return limit - start;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
