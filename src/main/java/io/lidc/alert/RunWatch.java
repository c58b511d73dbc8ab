package io.lidc.alert;

import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the last run of each source ended. */
final class RunWatch implements Watch {
    private final Map<String, Finding> last = new HashMap<>();

    @Override
    public AlertCondition condition() {
        return AlertCondition.RUN_FAILED;
    }

    synchronized void ended(RunSummary run) {
        String source = Subject.of(run.source());
        last.put(source, finding(source, run));
    }

    private Finding finding(String source, RunSummary run) {
        if (run.state() == RunState.FAILED) {
            // The reason may name what the run passed over; the log has it.
            return Finding.raised(
                    condition(), source, "the run failed after " + run.discovered() + " objects", run.runId());
        }
        if (run.state() == RunState.UNBALANCED) {
            return Finding.raised(
                    condition(),
                    source,
                    "the totals do not balance: " + run.discovered() + " objects discovered, "
                            + run.totals().accounted() + " accounted for",
                    run.runId());
        }
        return Finding.fine(condition(), source, "run " + run.runId() + " ended in order");
    }

    @Override
    public synchronized List<Finding> look(Instant now, Set<String> open) {
        List<Finding> findings = new ArrayList<>(last.values());
        last.values().removeIf(finding -> !finding.raised() && !open.contains(finding.subject()));
        return findings;
    }
}
