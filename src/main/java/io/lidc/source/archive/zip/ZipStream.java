package io.lidc.source.archive.zip;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryStream;
import io.lidc.source.archive.entry.InflatedStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** A zip file as a stream, which only one within another archive has to be. */
public final class ZipStream implements EntryStream<ZipArchiveEntry> {
    private final ZipArchiveInputStream zip;
    private final InputStream content;
    /** Whether nothing after the current entry can be found. */
    private boolean endless;

    public ZipStream(InputStream stream, Budget budget) throws IOException {
        BoundedInputStream compressed =
                BoundedInputStream.builder().setInputStream(stream).get();
        // Not entries that are stored with a data descriptor: to find their end, the library holds them in memory.
        zip = new ZipArchiveInputStream(compressed, "UTF-8", true, false);
        content = new InflatedStream(zip, compressed::getCount, budget);
    }

    @Override
    public ZipArchiveEntry next() throws IOException {
        if (endless) {
            throw storedWithoutSize();
        }
        ZipArchiveEntry entry = zip.getNextEntry();
        endless = entry != null && isEndless(entry);
        if (entry == null && zip.getBytesRead() == 0) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "not a zip file");
        }
        return entry;
    }

    @Override
    public InputStream content() {
        return content;
    }

    @Override
    public void check(ZipArchiveEntry entry) throws SourceException {
        if (isEndless(entry)) {
            throw storedWithoutSize();
        }
        ZipEntry.checkReadable(entry.getGeneralPurposeBit().usesEncryption(), zip.canReadEntryData(entry));
    }

    private static boolean isEndless(ZipArchiveEntry entry) {
        return entry.getMethod() == ZipEntry.STORED
                && entry.getGeneralPurposeBit().usesDataDescriptor();
    }

    private static SourceException storedWithoutSize() {
        return new SourceException(
                SourceError.STORED_WITHOUT_SIZE,
                "a stored entry whose size follows it has no end that could be found in a nested archive");
    }

    @Override
    public String version(ZipArchiveEntry entry, long crc) {
        return ZipEntry.version(crc);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
