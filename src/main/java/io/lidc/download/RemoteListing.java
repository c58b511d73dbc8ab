package io.lidc.download;

import java.io.IOException;

/** Lists files that can be downloaded, each one once. */
interface RemoteListing {

    /** The next file; null after the last. */
    RemoteFile next() throws IOException;

    /** How many there are; -1 where only the end tells. */
    long size();
}
