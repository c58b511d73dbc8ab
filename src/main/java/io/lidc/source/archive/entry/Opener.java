package io.lidc.source.archive.entry;

import io.lidc.dicom.ByteSource;
import java.io.IOException;

/** Opens the bytes of an archive, or of an entry; each time anew. */
@FunctionalInterface
public interface Opener {
    /** @throws IOException when they are unavailable */
    ByteSource open() throws IOException;
}
