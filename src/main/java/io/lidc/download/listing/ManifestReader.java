package io.lidc.download.listing;

import java.io.IOException;

/** Reads the entries of a manifest one by one. */
@FunctionalInterface
interface ManifestReader {
    /**
     * The next entry; null after the last.
     *
     * @throws IOException when the rest is not a manifest
     */
    ManifestEntry next() throws IOException;
}
