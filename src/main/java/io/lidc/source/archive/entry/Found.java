package io.lidc.source.archive.entry;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.io.InputStream;

/** What an archive gives next. */
public sealed interface Found {

    /**
     * An entry that is an object, or that is discovered and unavailable.
     *
     * @param opener null where the entry cannot be opened by itself
     */
    record Entry(ObjectReference reference, Opener opener) implements Found {

        public boolean isAt(String uri) {
            return reference.location().uri().equals(uri);
        }
    }

    /** The one entry that is searched for, in a stream; its content is there until the next entry is asked for. */
    record Passing(InputStream content) implements Found {}

    /** An entry that is an archive itself; its content is there until the next entry is asked for. */
    record Nested(String uri, ArchiveFormat format, Content content, Location location) implements Found {}

    /** Opens a nested archive as a stream. */
    interface Content {
        InputStream open() throws IOException;
    }
}
