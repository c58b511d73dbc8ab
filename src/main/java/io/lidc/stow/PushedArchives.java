package io.lidc.stow;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Sources;
import io.lidc.source.archive.Archives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Archives that clients have pushed, read like any other while their request lasts. */
public record PushedArchives(Archives archives, Sources sources, PushProvider provider) {

    /** What an archive holds. */
    Iterator<ObjectReference> entries(Location archive) {
        List<ObjectReference> whole = List.of(ObjectReference.at(archive));
        return archives.expand(new PushProvider.Pushed(archive.uri(), whole), sources)
                .list();
    }

    ByteSource open(ObjectReference entry) throws IOException {
        return sources.open(entry);
    }

    /** Says where the bytes of a location lie until {@link #forget}. */
    void remember(Location archive, Path file) {
        provider.remember(archive, file);
    }

    void forget(Location archive) {
        provider.forget(archive);
    }
}
