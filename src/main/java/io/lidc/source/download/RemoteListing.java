package io.lidc.source.download;

import java.io.IOException;

/** Lists files that can be downloaded, each one once. */
interface RemoteListing {

    /** The next file; null after the last. */
    RemoteFile next() throws IOException;
}
