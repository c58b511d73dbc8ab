package io.lidc.ingest;

import io.lidc.model.RunSummary;
import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the start and the end of runs on record, and the end of those that a killed process left open. */
public final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    /** Longer than any chunk takes, with all retries: a process on another host that commits nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private final MetadataStore store;
    private final AtomicBoolean begun = new AtomicBoolean();
    /** Runs that have ended, and whose end is not on record yet: the id, and the state in which it ended. */
    private final Map<String, String> unrecorded = new ConcurrentHashMap<>();

    /** Over a store whose schema is in place. */
    public RunLog(MetadataStore store) {
        this.store = store;
    }

    /** Before the first object. The first run of a process closes what others left open, each what this one left open. */
    public void begin(@Body IngestRun run) throws SQLException {
        endUnrecorded();
        if (!begun.get()) {
            store.abandon(SILENCE)
                    .forEach(abandoned -> LOG.warn("Run {} is ABANDONED: its process is gone", abandoned));
            begun.set(true);
        }
        store.begin(run.id(), run.sourceUris());
        LOG.info("Run {} starts", run.id());
    }

    /** After the last object, or what broke the run off. An end that cannot be recorded now is recorded before the next run. */
    public void end(@Body RunSummary summary) throws SQLException {
        unrecorded.put(summary.runId(), summary.state().name());
        endUnrecorded();
    }

    private void endUnrecorded() throws SQLException {
        for (Map.Entry<String, String> run : unrecorded.entrySet()) {
            store.end(run.getKey(), run.getValue());
            unrecorded.remove(run.getKey());
        }
    }
}
