package io.lidc.sample;

import io.lidc.sample.Trouble.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong on purpose with the slices of a series. */
final class SliceTroubles {
    private SliceTroubles() {}

    /** All of a series. */
    static Stream<Trouble> of(SampleSeries series) {
        return series instanceof CtSeries ct
                ? Stream.of(missing(ct), gaps(ct), repeated(ct)).flatMap(stream -> stream)
                : Stream.empty();
    }

    private static Stream<Trouble> missing(CtSeries series) {
        List<Integer> numbers = series.instanceNumbers();
        return IntStream.rangeClosed(numbers.get(0), numbers.get(numbers.size() - 1))
                .filter(number -> !numbers.contains(number))
                .mapToObj(number -> trouble(series, number, Kind.MISSING_SLICE));
    }

    private static Stream<Trouble> gaps(CtSeries series) {
        Slices slices = series.slices();
        return series.instanceNumbers().stream()
                .filter(number -> slices.places().containsKey(number - 1))
                .filter(number -> slices.places().get(number) - slices.places().get(number - 1) > 1)
                .map(number -> trouble(series, number, Kind.GAP));
    }

    private static Stream<Trouble> repeated(CtSeries series) {
        Slices slices = series.slices();
        Kind kind = slices.areTwice() ? Kind.SEVERAL_STACKS : Kind.DUPLICATE_PLANE;
        return series.instanceNumbers().stream()
                .filter(slices::isRepeated)
                .limit(1)
                .map(number -> trouble(series, number, kind));
    }

    private static Trouble trouble(CtSeries series, int number, Kind kind) {
        return new Trouble(series.path(number), kind);
    }
}
