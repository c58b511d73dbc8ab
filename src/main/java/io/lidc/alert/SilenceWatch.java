package io.lidc.alert;

import io.lidc.model.ChunkCommitted;
import io.lidc.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether new objects come at all. */
final class SilenceWatch implements Watch {
    private static final String SUBJECT = "all sources";

    private final Duration longest;
    private Instant last;

    /** @param longest time without a new object that is in order; zero for any */
    SilenceWatch(Duration longest, Instant startedAt) {
        this.longest = longest;
        this.last = startedAt;
    }

    @Override
    public AlertCondition condition() {
        return AlertCondition.NOTHING_SEEN;
    }

    synchronized void committed(ChunkCommitted chunk, Instant now) {
        if (chunk.totals().discovered() > chunk.totals().count(Outcome.UNCHANGED)) {
            last = now;
        }
    }

    @Override
    public synchronized List<Finding> look(Instant now, Set<String> open) {
        if (longest.isZero()) {
            return List.of();
        }
        Duration silence = Duration.between(last, now);
        boolean raised = silence.compareTo(longest) > 0;
        String summary =
                raised ? "no new object was read for " + longest.toMinutes() + " minutes" : "new objects were read";
        return List.of(new Finding(
                condition(),
                SUBJECT,
                raised,
                summary,
                null,
                (double) silence.toMinutes(),
                (double) longest.toMinutes(),
                Map.of()));
    }
}
