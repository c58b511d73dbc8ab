package io.lidc.model;

import java.util.Map;

/**
 * A chunk that the database holds: what {@code seda:chunk-committed} tells.
 *
 * @param runId the run that discovered it
 * @param source URI of the source that listed it
 * @param totals what it came to
 * @param failures how many of its objects failed, by error code
 * @param route id of the route that polled or received it; empty where a command did
 */
public record ChunkCommitted(String runId, String source, Totals totals, Map<String, Long> failures, String route) {

    /** Keeps a copy. */
    public ChunkCommitted {
        failures = Map.copyOf(failures);
    }

    /** A chunk that a command took in. */
    public ChunkCommitted(String runId, String source, Totals totals, Map<String, Long> failures) {
        this(runId, source, totals, failures, "");
    }
}
