package io.lidc.download.listing;

import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A file that can be downloaded.
 *
 * @param uri its location as messages and the database show it, without a query or credentials
 * @param name path below the download directory, with slashes; null where it is refused
 * @param size in bytes; -1 where unknown
 * @param checksum null where unknown
 * @param link gives the request for its bytes
 * @param check what else must hold for its bytes
 */
public record RemoteFile(String uri, String name, long size, Checksum checksum, Link link, Check check) {

    /** Gives the request for the file's bytes; called for each attempt. */
    @FunctionalInterface
    public interface Link {
        /** @throws RefusedException when the file must not be fetched */
        Request request() throws IOException;
    }

    /** A condition beyond size and checksum. */
    @FunctionalInterface
    public interface Check {
        /** @throws IOException when it does not hold */
        void verify(Path file) throws IOException;
    }

    /** A file at a URL. */
    static RemoteFile at(URI url, String name, long size, Checksum checksum) {
        return new RemoteFile(Request.nameOf(url), name, size, checksum, () -> Request.get(url), file -> {});
    }

    /** A file that was listed and must not be fetched. */
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
