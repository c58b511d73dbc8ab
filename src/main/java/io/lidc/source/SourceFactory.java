package io.lidc.source;

import java.io.FileNotFoundException;

/** From the words of a command line or a route to a source. */
@FunctionalInterface
public interface SourceFactory {

    /**
     * The source that the words name.
     *
     * @throws FileNotFoundException when there is no such source, in words for the person who named it
     */
    Source create(String source) throws FileNotFoundException;
}
