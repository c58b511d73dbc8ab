package io.lidc.source.archive;

import io.lidc.dicom.ByteSource;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An entry of an archive that passes as a stream. What a header reader asks of it is kept, and given again later from
 * memory, when the stream has gone on; values that the reader skips are not kept. Read forwards only while it passes.
 */
final class RecordedHead implements ByteSource {
    private static final int SINK = 1 << 14;

    private final InputStream stream;
    private final long declaredSize;
    private final List<Piece> pieces = new ArrayList<>();
    private final CRC32 crc = new CRC32();
    private final byte[] sink = new byte[SINK];
    private long passed;

    private record Piece(long position, byte... bytes) {
        long end() {
            return position + bytes.length;
        }
    }

    /** @param declaredSize in bytes; -1 where only the end of the entry tells */
    RecordedHead(InputStream stream, long declaredSize) {
        this.stream = stream;
        this.declaredSize = declaredSize;
    }

    @Override
    public long size() {
        return declaredSize;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < passed) {
            return replay(position, target, offset, length);
        }
        pass(position - passed);
        byte[] bytes = stream.readNBytes(length);
        crc.update(bytes);
        if (passed < position || bytes.length == 0) {
            return -1;
        }
        pieces.add(new Piece(passed, bytes));
        passed += bytes.length;
        System.arraycopy(bytes, 0, target, offset, bytes.length);
        return bytes.length;
    }

    /** Lets the rest of the entry pass. */
    void drain() throws IOException {
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
    long length() {
        return passed;
    }

    /** CRC-32 of the entry, once it has passed. */
    long crc() {
        return crc.getValue();
    }

    /** Bytes that are kept. */
    int held() {
        return pieces.stream().mapToInt(piece -> piece.bytes.length).sum();
    }

    /** The entry once it has passed, as far as it was asked for. */
    ByteSource replay() {
        List<Piece> kept = List.copyOf(pieces);
        return new Replay(kept, declaredSize, passed);
    }

    private int replay(long position, byte[] target, int offset, int length) throws IOException {
        return new Replay(pieces, declaredSize, passed).read(position, target, offset, length);
    }

    private record Replay(List<Piece> pieces, long size, long length) implements ByteSource {

        @Override
        public int read(long position, byte[] target, int offset, int wanted) throws IOException {
            if (position >= length) {
                return -1;
            }
            for (Piece piece : pieces) {
                if (position >= piece.position && position < piece.end()) {
                    int count = (int) Math.min(wanted, piece.end() - position);
                    System.arraycopy(piece.bytes, (int) (position - piece.position), target, offset, count);
                    return count;
                }
            }
            throw new SourceException("ENTRY_PASSED", "the entry was read as a stream, and these bytes were not kept");
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {}
}
