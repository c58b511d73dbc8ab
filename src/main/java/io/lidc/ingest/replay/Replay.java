package io.lidc.ingest.replay;

import io.lidc.ingest.IngestRun;
import io.lidc.model.ReplayRequest;
import io.lidc.model.RunSummary;
import io.lidc.source.SourceOptions;
import io.lidc.source.Sources;
import java.util.List;
import org.apache.camel.Body;

/** Reads again what ended as FAILED, as a run of its own. One at a time: a second request finds what the first has left. */
public final class Replay {
    private final Sources sources;
    private final Runs runs;

    /** Takes runs through the routes. */
    @FunctionalInterface
    public interface Runs {
        /** @return how it ended; null where its sources list nothing */
        RunSummary work(IngestRun run) throws Exception;
    }

    /** Over sources that know {@link ReplayUri}. */
    public Replay(Sources sources, Runs runs) {
        this.sources = sources;
        this.runs = runs;
    }

    /**
     * Works through a request; all that failed where none is given.
     *
     * @return how the run ended; null where there was nothing to read
     */
    public synchronized RunSummary replay(@Body ReplayRequest request) throws Exception {
        String uri = ReplayUri.of(request == null ? ReplayRequest.ALL : request);
        return runs.work(new IngestRun(List.of(sources.list(uri, SourceOptions.DEFAULT)), true));
    }
}
