package io.lidc.alert;

import io.lidc.model.ChunkCommitted;
import io.lidc.model.RunSummary;
import io.lidc.model.SourcePolled;
import io.lidc.source.SourceError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether sources can be read. One that is listed as a single object which the source cannot give is as good as none. */
final class SourceWatch implements Watch {
    private static final Set<String> OF_THE_WAY = Set.of(
            SourceError.ACCESS_DENIED.name(),
            SourceError.IO_ERROR.name(),
            SourceError.UNREACHABLE.name(),
            SourceError.TIMEOUT.name(),
            SourceError.THROTTLED.name(),
            SourceError.SERVER_ERROR.name());

    private final Map<String, Finding> last = new HashMap<>();
    /** Runs that have met nothing but what their source could not give. */
    private final Map<String, String> unlistedRuns = new HashMap<>();

    @Override
    public AlertCondition condition() {
        return AlertCondition.SOURCE_UNAVAILABLE;
    }

    synchronized void committed(ChunkCommitted chunk) {
        boolean only = chunk.totals().discovered() == 1
                && OF_THE_WAY.containsAll(chunk.failures().keySet());
        if (only && !chunk.failures().isEmpty()) {
            unlistedRuns.put(chunk.runId(), chunk.failures().keySet().iterator().next());
        }
    }

    synchronized void ended(RunSummary run) {
        String code = unlistedRuns.remove(run.runId());
        String source = Subject.of(run.source());
        if (code != null && run.discovered() == 1) {
            last.put(source, Finding.raised(condition(), source, "it could not be listed: " + code, run.runId()));
        } else if (run.discovered() > 1) {
            last.put(source, Finding.fine(condition(), source, "it was read again"));
        }
    }

    synchronized void polled(SourcePolled poll) {
        String source = Subject.of(poll.source());
        if (poll.code() != null) {
            last.put(source, Finding.raised(condition(), source, "it could not be read: " + poll.code(), null));
        } else if (!poll.foundSomething() || !isUnlisted(source)) {
            last.put(source, Finding.fine(condition(), source, "it is available again"));
        }
    }

    /** Of a poll that found something, the end of its run tells whether that was more than the source itself. */
    private boolean isUnlisted(String source) {
        Finding finding = last.get(source);
        return finding != null && finding.raised() && finding.runId() != null;
    }

    @Override
    public synchronized List<Finding> look(Instant now, Set<String> open) {
        List<Finding> findings = new ArrayList<>(last.values());
        last.values().removeIf(finding -> !finding.raised() && !open.contains(finding.subject()));
        return findings;
    }
}
