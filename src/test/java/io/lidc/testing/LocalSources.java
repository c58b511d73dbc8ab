package io.lidc.testing;

import io.lidc.dicom.part10.Part10Reader;
import io.lidc.source.SourceProvider;
import io.lidc.source.Sources;
import io.lidc.source.archive.ArchiveProvider;
import io.lidc.source.archive.Archives;
import io.lidc.source.archive.entry.ArchiveLimits;
import io.lidc.source.folder.FileProvider;
import java.util.List;

/** Folders, files and archives, as the program reads them. */
public final class LocalSources {
    private final Archives archives;
    private final Sources sources;
    private List<SourceProvider> providers;

    private LocalSources(ArchiveLimits limits) {
        archives = new Archives(new Part10Reader(), limits);
        sources = new Sources(() -> providers, source -> archives.expand(source, sources()));
        providers = List.of(new ArchiveProvider(sources, archives), new FileProvider());
    }

    /** With archives as large as they come. */
    public static LocalSources create() {
        return new LocalSources(ArchiveLimits.DEFAULT);
    }

    /** With archives of at most this size. */
    public static LocalSources within(ArchiveLimits limits) {
        return new LocalSources(limits);
    }

    public Archives archives() {
        return archives;
    }

    public Sources sources() {
        return sources;
    }
}
