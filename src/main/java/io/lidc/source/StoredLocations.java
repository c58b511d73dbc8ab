package io.lidc.source;

import io.lidc.source.archive.ArchiveProvider;
import io.lidc.source.folder.FileProvider;

/** Locations that the database holds, at the present time. */
public final class StoredLocations {
    private StoredLocations() {}

    /** Whether what lies at a location is still there: files are looked for, and of entries the archives that hold them. */
    public static Presence presence(String uri) {
        return FileProvider.presence(ArchiveProvider.outermostArchive(uri));
    }
}
