package io.lidc.dicom;

import java.io.IOException;
import java.util.Arrays;

/**
 * The header's bytes, read on as far as the parser asks. Values that are skipped leave a gap: the bytes after them
 * follow directly, and {@link #shift()} says how far their positions in the object differ from those in the array.
 */
final class Window implements AutoCloseable {
    /** More would only fetch pixel data, and move more bytes whenever a value is skipped. */
    private static final int READ_AHEAD = 1 << 20;

    private static final long[] NO_GAPS = {};

    private final ByteSource source;
    private final Limits limits;
    private Feed feed;
    private byte[] bytes;
    private int limit;
    private long shift;
    private long size;
    private boolean sizeAsked;
    private boolean borrowed;
    private Inflated inflated;
    private long bytesRead;
    private long[] gaps = NO_GAPS;
    private int gapCount;

    /** @param buffer to read into; a larger one takes its place as the header goes on */
    Window(ByteSource source, Limits limits, byte[] buffer) {
        this.source = source;
        this.limits = limits;
        this.feed = this::readSource;
        this.bytes = buffer;
        if (source instanceof BytesSource memory) {
            bytes = memory.array();
            limit = Math.min(bytes.length, limits.headerBytes());
            borrowed = true;
        }
    }

    /** Changes when bytes are added: never to be held over a call of {@link #reach} or {@link #skip}. */
    byte[] bytes() {
        return bytes;
    }

    int limit() {
        return limit;
    }

    /** Position in the object minus position in the array, for bytes after the last gap. */
    long shift() {
        return shift;
    }

    /** Pairs of a position in the array and the shift from there on. */
    long[] gaps() {
        return gapCount == 0 ? NO_GAPS : Arrays.copyOf(gaps, gapCount);
    }

    /** Bytes of the object from which this header was read. */
    long bytesRead(int end) {
        return borrowed ? end : bytesRead;
    }

    /** Bytes of the object, or of the inflated data set; -1 where only reading on tells. */
    long size() {
        if (!sizeAsked) {
            size = source.size();
            sizeAsked = true;
        }
        return size;
    }

    /** Makes the array valid up to {@code end}; false where the object ends before. */
    boolean reach(int end) throws IOException, DicomException {
        return end <= limit || readOn(end);
    }

    private boolean readOn(int end) throws IOException, DicomException {
        if (end > limits.headerBytes() || end < 0) {
            throw new DicomException(
                    ErrorCode.HEADER_TOO_LONG,
                    limit + shift,
                    "the header is longer than " + limits.headerBytes() + " bytes");
        }
        if (borrowed) {
            return false;
        }
        int ahead = Math.min(Math.max(limit, limits.firstRead()), READ_AHEAD);
        int wanted = (int) Math.min(limits.headerBytes(), Math.max(end, (long) limit + ahead));
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        while (limit < end) {
            int read = feed.read(limit + shift, bytes, limit, wanted - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    private int readSource(long position, byte[] target, int offset, int length) throws IOException {
        int read = source.read(position, target, offset, length);
        bytesRead += Math.max(read, 0);
        return read;
    }

    /**
     * Drops a value of {@code length} bytes at {@code start}, read or not.
     *
     * @return false where the object ends inside it
     */
    boolean skip(int start, long length) throws IOException, DicomException {
        long end = start + shift + length;
        if (size() >= 0 ? end > size() : !holds(start, end - 1)) {
            return false;
        }
        own(start);
        int kept = (int) Math.max(0, limit - start - length);
        System.arraycopy(bytes, limit - kept, bytes, start, kept);
        limit = start + kept;
        shift += length;
        if (gapCount == gaps.length) {
            gaps = Arrays.copyOf(gaps, Math.max(8, 2 * gapCount));
        }
        gaps[gapCount++] = start;
        gaps[gapCount++] = shift;
        return true;
    }

    private boolean holds(int start, long position) throws IOException, DicomException {
        return position < start + shift || position - shift < limit || feed.read(position, new byte[1], 0, 1) > 0;
    }

    private void own(int end) {
        if (borrowed) {
            bytesRead = end;
            bytes = Arrays.copyOf(bytes, Math.max(end, limits.firstRead()));
            limit = end;
            borrowed = false;
        }
    }

    /** From {@code start} on, the bytes are what the rest of the object inflates to. */
    void inflate(int start, boolean raw) {
        byte[] known = Arrays.copyOfRange(bytes, start, limit);
        long position = start + shift;
        own(start);
        limit = start;
        inflated = new Inflated(this::readSource, known, position, raw, limits);
        feed = inflated;
        size = -1;
        sizeAsked = true;
    }

    DicomException truncated(int at) {
        return error(ErrorCode.TRUNCATED, at, "the object ends inside a data element");
    }

    DicomException malformed(int at, String what) {
        return error(ErrorCode.MALFORMED, at, what);
    }

    /** An error at a position in the array. */
    DicomException error(ErrorCode code, int at, String what) {
        return new DicomException(code, at + shift, what);
    }

    /** Frees what inflating holds; the bytes stay. */
    @Override
    public void close() {
        if (inflated != null) {
            inflated.end();
        }
    }

    /** Copy of the bytes up to {@code end}, or the caller's own array where that holds little more. */
    byte[] take(int end) {
        return borrowed && bytes.length <= 2 * end ? bytes : Arrays.copyOf(bytes, end);
    }

    /** The buffer, to be used again. */
    byte[] buffer() {
        return borrowed ? null : bytes;
    }
}
