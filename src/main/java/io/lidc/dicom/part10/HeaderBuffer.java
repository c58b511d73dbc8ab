package io.lidc.dicom.part10;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Limits;
import java.io.IOException;
import java.util.Arrays;

/**
 * The bytes of a header, read as far as the parser requests. A skipped value leaves a gap: the bytes after it follow
 * directly, and {@link #shift()} is the difference between their positions in the object and in the array.
 */
final class HeaderBuffer implements AutoCloseable {
    /** More would fetch pixel data only, and move more bytes whenever a value is skipped. */
    private static final int READ_AHEAD = 1 << 20;

    /** What every reader may hold without saying so. */
    private static final int UNRESERVED = 64 << 10;

    private static final long[] NO_GAPS = {};

    private final ByteSource source;
    private final Limits limits;
    private Feed feed;
    private byte[] bytes;
    private int limit;
    private long shift;
    private long size;
    private boolean sizeKnown;
    private boolean borrowed;
    private InflatedDataSet inflated;
    private long bytesRead;
    private int reserved = UNRESERVED;
    private long[] gaps = NO_GAPS;
    private int gapCount;

    /** @param buffer to read into; replaced by a larger one if the header is longer */
    HeaderBuffer(ByteSource source, Limits limits, byte[] buffer) {
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

    /** Replaced when bytes are added: never to be kept across a call of {@link #reach} or {@link #skip}. */
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

    /** Number of bytes of the object that were read. */
    long bytesRead(int end) {
        return borrowed ? end : bytesRead;
    }

    /** Length of the object or of the inflated data set; -1 if it is unknown until the end is reached. */
    long size() {
        if (!sizeKnown) {
            size = source.size();
            sizeKnown = true;
        }
        return size;
    }

    /** Makes the array valid up to {@code end}; false if the object ends before. */
    boolean reach(int end) throws IOException, DicomException {
        return end <= limit || readMore(end);
    }

    private boolean readMore(int end) throws IOException, DicomException {
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
        if (wanted > reserved) {
            source.reserve(wanted);
            reserved = wanted;
        }
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
     * Drops a value of {@code length} bytes at {@code start}, whether it was read or not.
     *
     * @return false if the object ends inside it
     */
    boolean skip(int start, long length) throws IOException, DicomException {
        long end = start + shift + length;
        if (size() >= 0 ? end > size() : !holds(start, end - 1)) {
            return false;
        }
        detach(start);
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

    private void detach(int end) {
        if (borrowed) {
            bytesRead = end;
            bytes = Arrays.copyOf(bytes, Math.max(end, limits.firstRead()));
            limit = end;
            borrowed = false;
        }
    }

    /** Continues from {@code start} with what the rest of the object inflates to. */
    void inflate(int start, boolean raw) {
        byte[] known = Arrays.copyOfRange(bytes, start, limit);
        long position = start + shift;
        detach(start);
        limit = start;
        inflated = new InflatedDataSet(this::readSource, known, position, raw, limits);
        feed = inflated;
        size = -1;
        sizeKnown = true;
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

    /** Frees the inflater; the bytes remain valid. */
    @Override
    public void close() {
        if (inflated != null) {
            inflated.end();
        }
    }

    /** Copy of the bytes up to {@code end}, or the array of the source if it holds little more. */
    byte[] take(int end) {
        return borrowed && bytes.length <= 2 * end ? bytes : Arrays.copyOf(bytes, end);
    }

    /** The array, for reuse; null if it belongs to the source. */
    byte[] array() {
        return borrowed ? null : bytes;
    }
}
