package io.lidc.source.archive;

import io.lidc.source.Presence;
import io.lidc.source.folder.FileProvider;

/** Locations that the database holds, at the present time. */
public final class StoredLocations {
    private StoredLocations() {}

    /** Whether what lies at a location is still there: files are looked for, and of entries the archives that hold them. */
    public static Presence presence(String uri) {
        String object = EntryNames.isEntry(uri) ? EntryNames.outermostArchive(uri) : uri;
        return FileProvider.presence(object);
    }
}
