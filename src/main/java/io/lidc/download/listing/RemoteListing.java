package io.lidc.download.listing;

import java.io.IOException;

/** Lists files that can be downloaded, each of them once. */
public interface RemoteListing {

    /**
     * The next file; null after the last, also when asked again.
     *
     * @throws IOException when the listing cannot be continued
     */
    RemoteFile next() throws IOException;

    /** Number of files; -1 where only the end of the listing tells. */
    long size();
}
