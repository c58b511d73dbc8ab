package io.lidc.dicom.part10;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Limits;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A deflated data set, read forwards only (PS3.5 section A.5; RFC 1951, or RFC 1950 as some writers use it). A position
 * in it is that of the first byte of the deflated stream plus that in the inflated bytes.
 */
final class InflatedDataSet implements Feed {
    private static final int CHUNK = 8 << 10;

    private final Feed source;
    private final Limits limits;
    private final long start;
    private final Inflater inflater;
    private final byte[] chunk = new byte[CHUNK];
    private long deflatedPosition;
    private long position;

    /**
     * @param known bytes of the stream that are already read
     * @param start position of the stream's first byte
     * @param raw whether there is no zlib header
     */
    InflatedDataSet(Feed source, byte[] known, long start, boolean raw, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.start = start;
        this.deflatedPosition = start + known.length;
        this.position = start;
        this.inflater = new Inflater(raw);
        inflater.setInput(known);
    }

    /**
     * Whether a stream has no zlib header. The first byte of RFC 1950 can also start a stored block of RFC 1951, whose
     * length then follows twice, once inverted.
     */
    static boolean isRaw(byte[] bytes, int at, int limit) {
        if (limit - at < 2) {
            return true;
        }
        int method = bytes[at] & 0xFF;
        boolean zlib = (method & 0x8F) == 0x08 && (method << 8 | bytes[at + 1] & 0xFF) % 31 == 0;
        boolean stored = limit - at >= 5
                && (method & 6) == 0
                && Encoding.unsignedShort(bytes, at + 1, false)
                        == (~Encoding.unsignedShort(bytes, at + 3, false) & 0xFFFF);
        return !zlib || stored;
    }

    @Override
    public int read(long wanted, byte[] target, int offset, int length) throws IOException, DicomException {
        byte[] sink = wanted > position ? new byte[CHUNK] : null;
        while (position < wanted) {
            if (inflate(sink, 0, (int) Math.min(CHUNK, wanted - position)) < 0) {
                return -1;
            }
        }
        return inflate(target, offset, length);
    }

    private int inflate(byte[] target, int offset, int length) throws IOException, DicomException {
        int count = inflateKnown(target, offset, length);
        while (count == 0) {
            if (inflater.finished()) {
                return -1;
            }
            if (!inflater.needsInput()) {
                throw damaged();
            }
            readDeflated();
            count = inflateKnown(target, offset, length);
        }
        position += count;
        checkBounds();
        return count;
    }

    private int inflateKnown(byte[] target, int offset, int length) throws DicomException {
        long before = inflater.getBytesWritten();
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            // The bytes before the damage are valid, and may be all that the header needs.
            int good = (int) (inflater.getBytesWritten() - before);
            if (good > 0) {
                return good;
            }
            throw damaged();
        }
    }

    private DicomException damaged() {
        return new DicomException(ErrorCode.BAD_DEFLATE, position, "the data set does not inflate");
    }

    private void readDeflated() throws IOException, DicomException {
        int read = source.read(deflatedPosition, chunk, 0, CHUNK);
        if (read < 0) {
            throw new DicomException(ErrorCode.TRUNCATED, position, "the deflated data set ends early");
        }
        deflatedPosition += read;
        inflater.setInput(chunk, 0, read);
    }

    private void checkBounds() throws DicomException {
        long count = position - start;
        if (count > limits.inflateRatio() * inflater.getBytesRead()) {
            throw new DicomException(
                    ErrorCode.INFLATE_RATIO,
                    position,
                    "the data set inflates to more than " + limits.inflateRatio() + " times its size");
        }
        // Skipping a value of gigabytes costs the time to inflate it, so it counts as if it were held.
        if (count > limits.headerBytes()) {
            throw new DicomException(
                    ErrorCode.HEADER_TOO_LONG,
                    position,
                    "the data set inflates to more than " + limits.headerBytes() + " bytes");
        }
    }

    /** Frees the memory of the inflater outside the heap. */
    void end() {
        inflater.end();
    }
}
