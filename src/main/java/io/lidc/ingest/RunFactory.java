package io.lidc.ingest;

import io.lidc.source.SourceFactory;
import java.io.FileNotFoundException;
import java.util.List;

/** Makes the runs that routes start. */
public final class RunFactory {
    private final SourceFactory sources;

    /** A factory of runs over the sources that the other makes. */
    public RunFactory(SourceFactory sources) {
        this.sources = sources;
    }

    /**
     * A run over one source.
     *
     * @throws FileNotFoundException when there is no such source
     */
    public IngestRun create(String source) throws FileNotFoundException {
        return new IngestRun(List.of(sources.create(source)), false);
    }
}
