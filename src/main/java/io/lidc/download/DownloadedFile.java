package io.lidc.download;

import java.nio.file.Path;

/**
 * The outcome of a file that was listed for download.
 *
 * @param uri its location, without a query or credentials
 * @param path its local path; null where it is missing
 * @param reason why it is missing, without file names; null where it is not
 */
public record DownloadedFile(String uri, Path path, Outcome outcome, String reason) {

    /** Each file has exactly one of these. */
    public enum Outcome {
        /** It was fetched, verified and moved to its target. */
        DOWNLOADED,
        /** It existed at its target. */
        PRESENT,
        /** The configuration or a safety rule forbids fetching it. */
        REFUSED,
        /** It is unavailable. */
        FAILED
    }
}
