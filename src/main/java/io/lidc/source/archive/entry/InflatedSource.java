package io.lidc.source.archive.entry;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ByteSourceStream;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A deflated entry (RFC 1951) of a zip file, inflated as far as it is asked for, and forwards only. */
public final class InflatedSource implements ByteSource {
    private static final int PIECE = 8 << 10;

    private final ByteSourceStream deflated;
    private final long size;
    private final Inflater inflater = new Inflater(true);
    private final byte[] piece = new byte[PIECE];
    private long position;

    /**
     * @param deflated the compressed bytes; closed with this source
     * @param size of the entry in bytes, as the directory states it; what follows is not read
     */
    public InflatedSource(ByteSource deflated, long size) {
        this.deflated = new ByteSourceStream(deflated, 0, PIECE);
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long wanted, byte[] target, int offset, int length) throws IOException {
        if (wanted < position) {
            throw new SourceException(SourceError.ENTRY_PASSED, "a compressed entry is read forwards only");
        }
        byte[] sink = wanted > position ? new byte[PIECE] : null;
        while (position < wanted) {
            if (inflate(sink, 0, (int) Math.min(PIECE, wanted - position)) < 0) {
                return -1;
            }
        }
        return inflate(target, offset, (int) Math.min(length, size - position));
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (length <= 0 || inflater.finished()) {
            return -1;
        }
        try {
            int count = inflater.inflate(target, offset, length);
            while (count == 0) {
                if (inflater.finished()) {
                    return -1;
                }
                feed();
                count = inflater.inflate(target, offset, length);
            }
            position += count;
            return count;
        } catch (DataFormatException e) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "the entry does not inflate", e);
        }
    }

    private void feed() throws IOException {
        int read = deflated.read(piece, 0, PIECE);
        if (inflater.needsDictionary() || read < 0) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "the compressed entry ends early");
        }
        inflater.setInput(piece, 0, read);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        deflated.close();
    }
}
