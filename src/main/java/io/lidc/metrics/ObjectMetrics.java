package io.lidc.metrics;

import io.lidc.model.ChunkCommitted;
import io.lidc.model.Outcome;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.Set;
import org.apache.camel.Body;

/** Counts what the events of chunks and runs tell. A source is the id of the route that takes from it, never a location. */
public final class ObjectMetrics {
    private static final int MAX_SOURCES = 50;
    private static final int MAX_CODES = 100;
    private static final Set<RunState> ENDS =
            EnumSet.of(RunState.COMPLETED, RunState.STOPPED, RunState.FAILED, RunState.UNBALANCED);

    private final MeterRegistry registry;
    private final LastSuccess lastSuccess;
    private final BoundedNames sources = new BoundedNames(MAX_SOURCES);
    private final BoundedNames codes = new BoundedNames(MAX_CODES);
    private final BoundedNames keywords = new BoundedNames(MAX_CODES);
    private final BoundedNames warnings = new BoundedNames(MAX_CODES);
    private final DistributionSummary chunks;

    /** Counts into a registry. */
    public ObjectMetrics(MeterRegistry registry, LastSuccess lastSuccess) {
        this.registry = registry;
        this.lastSuccess = lastSuccess;
        chunks = DistributionSummary.builder("lidc.chunk.objects")
                .description("Objects of the chunks that were committed")
                .serviceLevelObjectives(Buckets.OBJECTS)
                .register(registry);
    }

    /** Shows a source before anything has come of it: a first failure is a rise from zero then, which an alert can see. */
    public void expect(String source) {
        for (RunState state : ENDS) {
            runs(sources.of(source), state).increment(0);
        }
        lastSuccess.expect(source);
    }

    /** Counts a chunk that was committed. */
    public void chunk(@Body ChunkCommitted chunk) {
        String source = sources.of(chunk.route());
        chunks.record(chunk.totals().discovered());
        for (Outcome outcome : Outcome.values()) {
            objects(source, outcome).increment(chunk.totals().count(outcome));
        }
        count("lidc.read", "Bytes read from the objects", "source", source, "bytes")
                .increment(chunk.totals().bytesRead());
        chunk.failures().forEach((code, count) -> count(
                        "lidc.failures", "Objects that are unreadable, by error code", "code", codes.of(code), null)
                .increment(count));
        chunk.totals().missing().forEach((keyword, count) -> count(
                        "lidc.missing.attributes",
                        "Stored instances that lack an attribute of note, by its keyword",
                        "keyword",
                        keywords.of(keyword),
                        null)
                .increment(count));
        chunk.totals().warnings().forEach((code, count) -> count(
                        "lidc.header.warnings",
                        "Stored instances whose header is irregular, by warning code",
                        "code",
                        warnings.of(code),
                        null)
                .increment(count));
    }

    /** Counts a run that has ended. */
    public void run(@Body RunSummary run) {
        String source = sources.of(run.route());
        runs(source, run.state()).increment();
        if (run.state() == RunState.COMPLETED) {
            lastSuccess.succeeded(source);
        }
    }

    private Counter runs(String source, RunState state) {
        return Counter.builder("lidc.runs")
                .description("Runs that have ended, by source and state")
                .tags("source", source, "state", state.name())
                .register(registry);
    }

    private Counter objects(String source, Outcome outcome) {
        return Counter.builder("lidc.objects")
                .description("Objects whose outcome was committed, by source and outcome")
                .tags("source", source, "outcome", outcome.name())
                .register(registry);
    }

    private Counter count(String name, String description, String label, String value, String unit) {
        return Counter.builder(name)
                .description(description)
                .tag(label, value)
                .baseUnit(unit)
                .register(registry);
    }
}
