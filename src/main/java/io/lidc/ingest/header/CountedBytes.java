package io.lidc.ingest.header;

import io.lidc.dicom.ByteSource;
import java.io.IOException;

/** An object that is being read: counts the bytes read, and takes the memory of a long header from a budget until it is closed. */
final class CountedBytes implements ByteSource {
    /** The buffer and its copy as it grows or is kept, the index of its elements, the text that it is mapped to. */
    private static final long BYTES_FOR_EACH_BYTE = 4;

    private final ByteSource source;
    private final MemoryBudget.Reservation reservation;
    private long count;
    private int held;

    CountedBytes(ByteSource source, MemoryBudget budget) {
        this.source = source;
        this.reservation = budget.new Reservation();
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    /** Bytes of a long header that its reader holds; 0 for one of usual length. */
    int held() {
        return held;
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
    public void reserve(int bytes) throws IOException {
        reservation.raiseTo(bytes * BYTES_FOR_EACH_BYTE);
        held = bytes;
    }

    @Override
    public void close() throws IOException {
        reservation.close();
        source.close();
    }
}
