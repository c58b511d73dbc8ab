package io.lidc.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;

/** How long the steps of the core routes take that read a header or ask the database: histograms, by the ids of the steps. */
public final class StepTimes implements InterceptStrategy {
    private final MeterRegistry registry;
    private final Map<String, Timer> timers;

    /** Times into a registry. */
    public StepTimes(MeterRegistry registry) {
        this.registry = registry;
        timers = Map.of(
                "read-header", headerRead(),
                "commit", store(),
                "look-up", query("look_up"),
                "reject", query("reject"),
                "record-begin", query("run_begin"),
                "record-end", query("run_end"),
                "record-failure", query("run_failed"));
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        Timer timer = timers.get(definition.getId());
        // Camel warns of every step that it is not given back as what it needs.
        return timer == null ? AsyncProcessorConverterHelper.convert(target) : new TimedStep(target, timer);
    }

    private Timer headerRead() {
        return Timer.builder("lidc.header.read")
                .description("Time to open an object, read its header and map it to columns")
                .serviceLevelObjectives(Buckets.READ)
                .register(registry);
    }

    private Timer store() {
        return Timer.builder("lidc.store")
                .description("Time to store a chunk, from the start of its transaction to the commit")
                .serviceLevelObjectives(Buckets.DATABASE)
                .register(registry);
    }

    private Timer query(String name) {
        return Timer.builder("lidc.database.query")
                .description("Time of the other statements that take objects in, by what they are for")
                .tag("query", name)
                .serviceLevelObjectives(Buckets.DATABASE)
                .register(registry);
    }
}
