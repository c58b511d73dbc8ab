package io.lidc.source.archive.entry;

import io.lidc.dicom.ByteSource;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** An entry of an archive that passes as a stream: read forwards only, while it passes. */
public final class PassingEntry implements ByteSource {
    private static final int SINK = 1 << 14;

    private final InputStream stream;
    private final Closeable whole;
    private final long declaredSize;
    private final CRC32 crc = new CRC32();
    private final byte[] sink = new byte[SINK];
    private long passed;

    /** @param declaredSize in bytes; -1 where only the end of the entry tells */
    public PassingEntry(InputStream stream, long declaredSize) {
        this(stream, declaredSize, () -> {});
    }

    /** @param whole what is closed with the entry */
    public PassingEntry(InputStream stream, Closeable whole) {
        this(stream, -1, whole);
    }

    private PassingEntry(InputStream stream, long declaredSize, Closeable whole) {
        this.stream = stream;
        this.declaredSize = declaredSize;
        this.whole = whole;
    }

    @Override
    public long size() {
        return declaredSize;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < passed) {
            throw new SourceException(
                    SourceError.ENTRY_PASSED, "the entry is read as a stream, and these bytes have passed");
        }
        pass(position - passed);
        int read = passed < position ? 0 : stream.readNBytes(target, offset, length);
        crc.update(target, offset, read);
        passed += read;
        return read == 0 ? -1 : read;
    }

    /** Lets the rest of the entry pass. */
    public void drain() throws IOException {
        pass(Long.MAX_VALUE);
    }

    private void pass(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int read = stream.read(sink, 0, (int) Math.min(left, sink.length));
            if (read < 0) {
                return;
            }
            crc.update(sink, 0, read);
            passed += read;
            left -= read;
        }
    }

    /** Bytes of the entry, once it has passed. */
    public long length() {
        return passed;
    }

    /** CRC-32 of the entry, once it has passed. */
    public long crc() {
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
