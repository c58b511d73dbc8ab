package io.lidc.source.archive;

import io.lidc.dicom.HeaderReader;
import io.lidc.source.ByteSourceStream;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.Sources;
import io.lidc.source.archive.entry.ArchiveFormat;
import io.lidc.source.archive.entry.ArchiveLimits;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryList;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.Found;
import io.lidc.source.archive.entry.InflatedStream;
import io.lidc.source.archive.entry.Opener;
import io.lidc.source.archive.tar.TarEntries;
import io.lidc.source.archive.tar.TarStream;
import io.lidc.source.archive.zip.ZipEntries;
import io.lidc.source.archive.zip.ZipStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * Reads archives in place: {@code .zip}, {@code .tar}, {@code .tar.gz} and {@code .tgz}, told by the ending of the name, and
 * archives nested in them once. Nothing is unpacked to disk. Zip files and plain tar files are read at the positions of
 * their entries; a tar.gz, and an archive within another, passes as a stream of which the headers are kept in memory.
 */
public final class Archives {
    private static final int STREAM_BUFFER = 1 << 20;

    private final HeaderReader reader;
    private final ArchiveLimits limits;

    /** @param reader the one that will read the entries: it tells which bytes of a passing entry are to be kept */
    public Archives(HeaderReader reader, ArchiveLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** Whether an object of this name is an archive. */
    public static boolean isArchive(String name) {
        return ArchiveFormat.of(name) != null;
    }

    /** Why an entry is unavailable that an archive does not list. */
    public static SourceException noEntry() {
        return SourceException.ofTransient(SourceError.GONE, "the archive holds no such entry any more", null);
    }

    /** The source with the entries of each archive in its place. */
    public Source expand(Source objects, Sources containers) {
        return new ExpandedSource(objects, this, containers::open);
    }

    /** @param wanted location of the one entry that is searched for; null where all are listed */
    EntryList open(ObjectReference archive, Opener opener, Budget budget, String wanted) throws IOException {
        String uri = archive.location().uri();
        EntryNames names = new EntryNames(uri);
        ArchiveFormat format = ArchiveFormat.of(uri);
        if (format == null) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "its name is not one of an archive");
        }
        return switch (format) {
            case ZIP -> new ZipEntries(opener, archive.hint(), names, budget);
            case TAR -> new TarEntries(opener, archive.hint(), names, budget);
            case TAR_GZ -> gunzip(new ByteSourceStream(opener.open(), 0, STREAM_BUFFER), names, budget, wanted);
        };
    }

    /** The archive in which this one is nested goes on after it: its stream stays open. */
    EntryList open(Found.Nested nested, Budget budget, String wanted) throws IOException {
        EntryNames names = new EntryNames(nested.uri());
        InputStream content = CloseShieldInputStream.wrap(nested.content().open());
        return switch (nested.format()) {
            case ZIP -> new StreamedEntries<>(new ZipStream(content, budget), reader, names, budget, wanted);
            case TAR -> new StreamedEntries<>(new TarStream(content), reader, names, budget, wanted);
            case TAR_GZ -> gunzip(content, names, budget, wanted);
        };
    }

    private EntryList gunzip(InputStream compressed, EntryNames names, Budget budget, String wanted)
            throws IOException {
        try {
            GzipCompressorInputStream gzip = GzipCompressorInputStream.builder()
                    .setInputStream(compressed)
                    .setDecompressConcatenated(true)
                    .get();
            InputStream inflated = new InflatedStream(gzip, gzip::getCompressedCount, budget);
            return new StreamedEntries<>(new TarStream(inflated), reader, names, budget, wanted);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
    }

    Budget budget() {
        return new Budget(limits);
    }

    static SourceException tooDeep() {
        return new SourceException(SourceError.ARCHIVE_TOO_DEEP, "an archive within an archive within an archive");
    }
}
