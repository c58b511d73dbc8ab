package io.lidc.cli.progress;

import io.lidc.ingest.IngestRun;
import io.lidc.model.Outcome;

/** How far a run has come. */
final class RunGauge implements Gauge, AutoCloseable {
    private final IngestRun run;
    private final ObjectCount expected;

    /** @param countBeforehand whether to find out, beside the work, how many objects there will be */
    RunGauge(IngestRun run, boolean countBeforehand) {
        this.run = run;
        this.expected = countBeforehand ? ObjectCount.begin(run) : null;
    }

    @Override
    public String task() {
        return "ingest";
    }

    @Override
    public long done() {
        return run.totals().accounted();
    }

    @Override
    public long expected() {
        return expected != null && expected.isKnown() ? expected.count() : -1;
    }

    @Override
    public String remark() {
        return run.totals().count(Outcome.FAILED) + " failed";
    }

    @Override
    public String line() {
        return done() + " objects, " + remark();
    }

    @Override
    public void close() {
        if (expected != null) {
            expected.close();
        }
    }
}
