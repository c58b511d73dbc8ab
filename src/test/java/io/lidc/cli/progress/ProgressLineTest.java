package io.lidc.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
    private static final Duration ELAPSED = Duration.ofSeconds(10);

    private record FixedGauge(long done, long expected) implements Gauge {
        @Override
        public String task() {
            return "ingest";
        }

        @Override
        public String unit() {
            return "objects";
        }

        @Override
        public String remark() {
            return "2 failed";
        }
    }

    @Test
    void tellsTotalSpeedAndTimeLeft() {
        assertThat(line(50_000, 200_000).text())
                .isEqualTo("ingest: 50,000 of 200,000 objects, 5,000 objects/s, 0:30 left, 2 failed");
    }

    @Test
    void tellsWhatIsKnownWhileTheTotalIsNot() {
        assertThat(line(50_000, -1).text()).isEqualTo("ingest: 50,000 objects, 5,000 objects/s, 2 failed");
    }

    @Test
    void hasNoTimeLeftBeforeTheFirstObject() {
        assertThat(line(0, 100).text()).doesNotContain("left");
    }

    @Test
    void countsHoursWhereTheyAreLeft() {
        assertThat(line(10, 7_211).text()).contains("2:00:01 left");
    }

    @Test
    void fillsTheBarByTheShareDone() {
        assertThat(line(50_000, 200_000).bar(120))
                .isEqualTo("ingest [" + "=".repeat(10) + " ".repeat(30)
                        + "] 50,000 of 200,000 objects, 5,000 objects/s, 0:30 left, 2 failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 40, 60, 79, 80, 100, 200})
    void fitsIntoTheColumnsThatThereAre(int columns) {
        assertThat(line(50_000, 200_000).bar(columns)).hasSizeLessThanOrEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 50, 60, 70, 79})
    void cutsNoWordWhereThereAreFewColumns(int columns) {
        assertThat(line(50_000, 200_000).bar(columns).split("[ ,]+")[0]).isEqualTo("ingest");
        assertThat(line(50_000, 200_000).bar(columns)).matches(".*(objects|failed)");
    }

    @Test
    void keepsFailuresLongerThanTheSpeed() {
        assertThat(line(50_000, 200_000).bar(50)).contains("2 failed").doesNotContain("objects/s");
    }

    private static ProgressLine line(long done, long expected) {
        return new ProgressLine(new FixedGauge(done, expected), ELAPSED);
    }
}
