package io.lidc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.model.ChunkCommitted;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureRateWatchTest {
    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
    private static final String SOURCE = "file:///data/";

    private final FailureRateWatch watch =
            new FailureRateWatch(new FailureRateWatch.Bounds(0.05, 100, 1_000, Duration.ofMinutes(15)), START);

    @Test
    void raisesAboveTheShare() {
        add(START, 94, 0, 6);

        assertThat(look(START, Set.of())).singleElement().satisfies(finding -> {
            assertThat(finding.raised()).isTrue();
            assertThat(finding.value()).isEqualTo(0.06);
            assertThat(finding.codes()).isEqualTo(Map.of("TRUNCATED", 6L));
        });
    }

    @Test
    void isContentWithTheShareItself() {
        add(START, 95, 0, 5);

        assertThat(look(START, Set.of())).singleElement().matches(finding -> !finding.raised());
    }

    @Test
    void saysNothingOfTooFewObjects() {
        add(START, 0, 0, 99);

        assertThat(look(START, Set.of())).isEmpty();
    }

    @Test
    void countsNothingThatWasKnownAlready() {
        add(START, 90, 10_000, 10);

        assertThat(look(START, Set.of())).singleElement().matches(Finding::raised);
    }

    @Test
    void isOverAfterTheLastObjectsWereClean() {
        add(START, 500, 0, 500);
        add(START.plusSeconds(1), 1_000, 0, 0);

        assertThat(look(START.plusSeconds(2), Set.of(SOURCE))).singleElement().matches(finding -> !finding.raised());
    }

    @Test
    void goesOnWhileTooFewObjectsCameSince() {
        add(START, 0, 0, 10);

        assertThat(look(START, Set.of(SOURCE))).singleElement().matches(Finding::raised);
    }

    @Test
    void isOverWhenNothingWasReadForTheTime() {
        add(START, 0, 0, 200);

        assertThat(look(START.plus(Duration.ofMinutes(16)), Set.of(SOURCE)))
                .singleElement()
                .matches(finding -> !finding.raised());
    }

    @Test
    void saysNothingAfterAStartOfAnAlertOfWhichItKnowsNothing() {
        assertThat(look(START.plusSeconds(1), Set.of(SOURCE))).isEmpty();
    }

    @Test
    void keepsSourcesApart() {
        add(START, 1_000, 0, 0);
        watch.committed(chunk("s3://bucket/", 0, 0, 200), START);

        assertThat(look(START, Set.of()))
                .filteredOn(Finding::raised)
                .extracting(Finding::subject)
                .containsExactly("s3://bucket/");
    }

    private void add(Instant time, long stored, long unchanged, long failed) {
        watch.committed(chunk(SOURCE, stored, unchanged, failed), time);
    }

    private static ChunkCommitted chunk(String source, long stored, long unchanged, long failed) {
        Totals totals = new Totals(
                stored + unchanged + failed,
                Map.of(Outcome.STORED, stored, Outcome.UNCHANGED, unchanged, Outcome.FAILED, failed),
                0,
                Map.of(),
                Map.of());
        return new ChunkCommitted("run", source, totals, failed == 0 ? Map.of() : Map.of("TRUNCATED", failed));
    }

    private List<Finding> look(Instant now, Set<String> open) {
        return watch.look(now, open);
    }
}
