package io.lidc.source.archive;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** A zip file as a stream, which only one within another archive has to be. */
final class ZipStream implements EntryStream<ZipArchiveEntry> {
    private final ZipArchiveInputStream zip;
    private final InputStream content;

    ZipStream(InputStream stream, Budget budget) throws IOException {
        BoundedInputStream compressed =
                BoundedInputStream.builder().setInputStream(stream).get();
        zip = new ZipArchiveInputStream(compressed, "UTF-8", true, true);
        content = new InflatedStream(zip, compressed::getCount, budget);
    }

    @Override
    public ZipArchiveEntry next() throws IOException {
        ZipArchiveEntry entry = zip.getNextEntry();
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
        ZipEntry.checkReadable(entry.getGeneralPurposeBit().usesEncryption(), zip.canReadEntryData(entry));
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
