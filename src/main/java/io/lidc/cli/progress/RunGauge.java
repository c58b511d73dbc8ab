package io.lidc.cli.progress;

import io.lidc.ingest.IngestRun;
import io.lidc.model.Outcome;
import java.util.Locale;

/** How far a run has come. How many objects there will be is counted from the first time that it is asked for. */
final class RunGauge implements Gauge, AutoCloseable {
    private final IngestRun run;
    private ObjectCount expected;

    RunGauge(IngestRun run) {
        this.run = run;
    }

    @Override
    public String task() {
        return "ingest";
    }

    @Override
    public String unit() {
        return "objects";
    }

    @Override
    public long done() {
        return run.totals().accounted();
    }

    @Override
    public synchronized long expected() {
        if (expected == null) {
            expected = ObjectCount.start(run);
        }
        return expected.isKnown() ? expected.count() : -1;
    }

    @Override
    public String remark() {
        return String.format(Locale.ROOT, "%,d failed", run.totals().count(Outcome.FAILED));
    }

    @Override
    public synchronized void close() {
        if (expected != null) {
            expected.close();
        }
    }
}
