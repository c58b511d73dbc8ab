package io.lidc.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A file that can be downloaded.
 *
 * @param uri names it, in messages too; without a query or credentials
 * @param name path below the folder of the download, with slashes; null where it is refused
 * @param size in bytes; -1 where unknown
 * @param checksum null where unknown
 * @param check what else its bytes must be
 */
record RemoteFile(String uri, String name, long size, Checksum checksum, Link link, Check check) {

    /** Makes the request for the file's bytes; asked again for each trial. */
    @FunctionalInterface
    interface Link {
        /** @throws RefusedException when there is a reason not to fetch it */
        Request request() throws IOException;
    }

    /** What a file must be beyond its size and checksum. */
    @FunctionalInterface
    interface Check {
        /** @throws IOException when it is something else */
        void verify(Path file) throws IOException;
    }

    /** A file at a URL. */
    static RemoteFile at(URI url, String name, long size, Checksum checksum) {
        return new RemoteFile(Request.nameOf(url), name, size, checksum, () -> Request.get(url), file -> {});
    }

    /** A file that was listed and is not to be fetched. */
    static RemoteFile refused(String uri, RefusedException reason) {
        return new RemoteFile(
                uri,
                null,
                -1,
                null,
                () -> {
                    throw reason;
                },
                file -> {});
    }
}
