package io.lidc.download;

import java.nio.file.Path;

/**
 * What became of a file that was listed for download.
 *
 * @param uri names it; without a query or credentials
 * @param path where it lies; null where it does not
 * @param reason why it does not; null where it does
 */
public record DownloadedFile(String uri, Path path, Outcome outcome, String reason) {

    /** What became of it. Each ends as exactly one of these. */
    public enum Outcome {
        /** It has been fetched, verified and put into its place. */
        DOWNLOADED,
        /** It was in its place already. */
        PRESENT,
        /** The configuration or good sense forbids to fetch it. */
        REFUSED,
        /** It is not to be had. */
        FAILED
    }
}
