package io.lidc.source.archive.tar;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.EntryStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.utils.IOUtils;

/** A tar file as a stream. */
public final class TarStream implements EntryStream<TarArchiveEntry> {
    private final HeaderBound bytes;
    private final TarArchiveInputStream tar;
    private TarArchiveEntry current;

    public TarStream(InputStream stream) {
        bytes = new HeaderBound(stream);
        tar = new TarArchiveInputStream(bytes);
    }

    @Override
    public TarArchiveEntry next() throws IOException {
        if (current != null) {
            // The rest of its content, which is no part of the next one's header.
            IOUtils.skip(tar, Long.MAX_VALUE);
        }
        bytes.expectHeader();
        TarArchiveEntry entry = tar.getNextEntry();
        bytes.expectContent();
        current = entry;
        if (entry == null && !bytes.sawEnd()) {
            throw new SourceException(
                    SourceError.ARCHIVE_BROKEN, "the archive is cut off: its end-of-archive blocks are missing");
        }
        if (entry != null && !entry.isCheckSumOK()) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "no tar header where one should be");
        }
        return entry;
    }

    @Override
    public InputStream content() {
        return tar;
    }

    @Override
    public void check(TarArchiveEntry entry) throws SourceException {
        boolean special = entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
        if (special || !entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
            throw new SourceException(SourceError.NOT_A_FILE, "a link, or another entry that is no file");
        }
        if (entry.isSparse()) {
            // Its holes are in no stream that is counted: a few bytes would pass the bounds as terabytes.
            throw new SourceException(SourceError.UNSUPPORTED_COMPRESSION, "the entry is stored without its holes");
        }
    }

    @Override
    public String version(TarArchiveEntry entry, long crc) {
        return Long.toString(entry.getLastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Libraries hold long names and extended headers in memory whatever they claim to measure. */
    private static final class HeaderBound extends FilterInputStream {
        private static final long LONGEST_HEADER = 1 << 20;

        private static final int BLOCK = 512;

        private long left;
        private int zeros;
        private boolean sawEnd;

        HeaderBound(InputStream stream) {
            super(stream);
        }

        void expectHeader() {
            left = LONGEST_HEADER;
            zeros = 0;
            sawEnd = false;
        }

        /** Whether a block of zeros was read where a header should be, of which two end an archive (ustar interchange format). */
        boolean sawEnd() {
            return sawEnd;
        }

        void expectContent() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            left -= Math.max(read, 0);
            if (left <= LONGEST_HEADER) {
                countZeros(target, offset, Math.max(read, 0));
            }
            if (left < 0) {
                throw new SourceException(SourceError.ARCHIVE_BROKEN, "the header of an entry has no end");
            }
            return read;
        }

        private void countZeros(byte[] target, int offset, int length) {
            int at = offset + length;
            while (at > offset && target[at - 1] == 0) {
                at--;
            }
            int trailing = offset + length - at;
            zeros = trailing == length ? zeros + trailing : trailing;
            sawEnd |= zeros >= BLOCK;
        }
    }
}
