package io.lidc.stow;

import java.io.IOException;
import java.util.Iterator;

/** The objects of one request, in chunks, as they become readable. */
interface Payload extends Iterator<ReceivedChunk> {

    /**
     * Deletes what objects that were not stored have in files of their own. (Not under the name of close: Camel's splitter closes
     * what it iterates over while the last chunk is on its way.)
     */
    void discard() throws IOException;
}
