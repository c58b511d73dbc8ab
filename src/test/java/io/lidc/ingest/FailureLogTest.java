package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.ingest.deadletter.DeadLetter;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.source.ObjectReference;
import io.lidc.testing.LoggedLines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureLogTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final FailureLog log = new FailureLog(3, nanoTime::get);
    private final IngestRun run = new IngestRun(List.of(), false);

    @Test
    void hasALineForEachFailureUpToARateAndThenACount() {
        try (LoggedLines lines = new LoggedLines(FailureLog.class)) {
            log.tell(run, letters(10));
            nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(1));
            log.tell(run, letters(1));

            assertThat(lines.messages())
                    .hasSize(6)
                    .satisfies(all -> assertThat(all.get(3)).startsWith("Further objects cannot be read"))
                    .satisfies(all -> assertThat(all.get(4)).startsWith("7 more objects could not be read"));
        }
    }

    @Test
    void saysNothingOfTheLocation() {
        try (LoggedLines lines = new LoggedLines(FailureLog.class)) {
            log.tell(run, letters(1));

            assertThat(lines.messages())
                    .singleElement()
                    .asString()
                    .contains("TRUNCATED at 12")
                    .doesNotContain("DOE");
        }
    }

    @Test
    void hasRunAndCodeInTheContextOfALine() {
        try (LoggedLines lines = new LoggedLines(FailureLog.class)) {
            log.tell(run, letters(1));

            assertThat(lines.contexts()).singleElement().satisfies(context -> assertThat(context)
                    .containsEntry("labels.run", run.id())
                    .containsEntry("labels.code", "TRUNCATED"));
        }
    }

    private List<DeadLetter> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Location("file:///DOE^JOHN/" + i, 1, "1"))
                .map(location -> new DeadLetter(
                        run.id(),
                        ObjectReference.at(location),
                        new Extraction.Unreadable(location, Outcome.FAILED, "TRUNCATED", 12, "it ends early", 12)))
                .toList();
    }
}
