package io.lidc.source.archive;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.source.Sources;
import io.lidc.source.archive.entry.EntryHint;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.SliceSource;
import io.lidc.source.archive.zip.ZipEntry;
import java.io.IOException;

/** Entries of archives by their location, {@code archive:URI-OF-THE-ARCHIVE!/ENTRY}, wherever the archive lies. */
public final class ArchiveProvider implements SourceProvider {
    private final Sources containers;
    private final Archives archives;

    /** @param containers opens the archives themselves */
    public ArchiveProvider(Sources containers, Archives archives) {
        this.containers = containers;
        this.archives = archives;
    }

    /** The location of the archive that holds an entry, of the outermost one; any other location as it is. */
    public static String outermostArchive(String uri) {
        return EntryNames.isEntry(uri) ? EntryNames.outermostArchive(uri) : uri;
    }

    @Override
    public boolean handles(String uri) {
        return EntryNames.isEntry(uri);
    }

    /** The one entry, or all that is below it where it is an archive itself. */
    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        return new EntrySource(uri, containers.list(EntryNames.outermostArchive(uri), SourceOptions.DEFAULT));
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        return open(location, null);
    }

    /** By the hint at once; without one by a search through the archive. */
    @Override
    public ByteSource open(Location location, String hint) throws IOException {
        EntryHint entry = EntryHint.parse(hint);
        if (entry == null) {
            ObjectReference archive = archive(location.uri(), null);
            return new EntrySearch(archives, location.uri()).in(archive, () -> containers.open(archive));
        }
        ObjectReference archive = archive(location.uri(), entry.archiveHint());
        return entry.method() == EntryHint.TAR
                ? new SliceSource(containers.open(archive), entry.position(), entry.size())
                : ZipEntry.open(() -> containers.open(archive), entry);
    }

    private static ObjectReference archive(String entryUri, String hint) {
        return ObjectReference.at(new Location(EntryNames.outermostArchive(entryUri), -1, ""), hint);
    }
}
