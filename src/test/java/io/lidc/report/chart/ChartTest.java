package io.lidc.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where charts put what they draw. */
class ChartTest {

    /** Keeps what is drawn. */
    private static final class Recorder implements Canvas {
        private record Rectangle(double x, double y, double width, double height, Ink ink) {}

        private record Text(double x, double y, Anchor anchor, String text) {}

        private final List<Rectangle> rectangles = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();

        static Recorder of(Chart chart) {
            Recorder recorder = new Recorder();
            chart.draw(recorder);
            return recorder;
        }

        @Override
        public void rectangle(double x, double y, double width, double height, Ink ink, String tip) {
            rectangles.add(new Rectangle(x, y, width, height, ink));
        }

        @Override
        public void line(double x1, double y1, double x2, double y2, Ink ink) {
            // Lines are no data.
        }

        @Override
        public void text(double x, double y, Anchor anchor, Size size, Ink ink, String text) {
            texts.add(new Text(x, y, anchor, text));
        }
    }

    private static final BarChart BARS =
            BarChart.of("Makers", "CT series, by maker", List.of(BarChart.bar("one", 30), BarChart.bar("other", 10)));

    private static final Histogram HISTOGRAM = new Histogram(
            "Spacing",
            "CT series, by spacing",
            "spacing, mm",
            "CT series",
            0.5,
            List.of(new Histogram.Bin(1, 20), new Histogram.Bin(2.5, 5)));

    @Test
    void drawsBarsInProportion() {
        List<Recorder.Rectangle> bars = Recorder.of(BARS).rectangles;

        assertThat(bars.get(0).width() / bars.get(1).width()).isCloseTo(3, within(1e-9));
    }

    @Test
    void startsAllBarsAtOneLine() {
        assertThat(Recorder.of(BARS).rectangles)
                .extracting(Recorder.Rectangle::x)
                .containsOnly(Recorder.of(BARS).rectangles.get(0).x());
    }

    @Test
    void writesTheNumberOfEachBar() {
        assertThat(Recorder.of(BARS).texts).extracting(Recorder.Text::text).contains("30", "10");
    }

    @Test
    void putsThePartsOfABarSideBySide() {
        BarChart chart = new BarChart(
                "Verdicts", "", List.of("good", "bad"), List.of(new BarChart.Bar("one", List.of(3.0, 1.0))));

        List<Recorder.Rectangle> drawn = Recorder.of(chart).rectangles;
        Recorder.Rectangle good = drawn.get(2);
        Recorder.Rectangle bad = drawn.get(3);

        assertThat(bad.x()).isEqualTo(good.x() + good.width());
        assertThat(List.of(good.ink(), bad.ink())).containsExactly(Ink.FIRST, Ink.SECOND);
    }

    @Test
    void keepsAllOfABarChartWithinItsWidth() {
        BarChart chart = BarChart.of(
                "Models",
                "",
                List.of(BarChart.bar("A name that is far too long for the room that a label has here", 1_234_567)));

        assertThat(Recorder.of(chart).rectangles).allMatch(bar -> bar.x() >= 0 && bar.x() + bar.width() < Chart.WIDTH);
        assertThat(Recorder.of(chart).texts).extracting(Recorder.Text::text).anyMatch(text -> text.endsWith("…"));
    }

    @Test
    void leavesRoomForEmptyBins() {
        List<Recorder.Rectangle> columns = Recorder.of(HISTOGRAM).rectangles;

        assertThat((columns.get(1).x() - columns.get(0).x()) / (columns.get(0).width() + 1))
                .isCloseTo(3, within(1e-9));
    }

    @Test
    void drawsColumnsInProportion() {
        List<Recorder.Rectangle> columns = Recorder.of(HISTOGRAM).rectangles;

        assertThat(columns.get(0).height() / columns.get(1).height()).isCloseTo(4, within(1e-9));
    }

    @Test
    void writesTheQuantityWithItsUnitUnderTheAxis() {
        assertThat(Recorder.of(HISTOGRAM).texts).extracting(Recorder.Text::text).contains("spacing, mm", "1", "2");
    }

    @Test
    void drawsTheSameSvgEachTime() {
        assertThat(Svg.document(HISTOGRAM)).isEqualTo(Svg.document(HISTOGRAM));
    }
}
