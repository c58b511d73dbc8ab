package io.lidc.quality;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.function.Function;

/** The least and the most of some numbers. */
record Range(double min, double max) {
    /** Decimal texts of one value differ in the last digits. */
    private static final double TOLERANCE = 1e-4;

    /** Of the slices that have the number; null where none has. */
    static Range of(Collection<Slice> slices, Function<Slice, ? extends Number> number) {
        DoubleSummaryStatistics statistics = slices.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .summaryStatistics();
        return statistics.getCount() == 0 ? null : new Range(statistics.getMin(), statistics.getMax());
    }

    /** Whether the slices differ in the number. */
    static boolean varies(Collection<Slice> slices, Function<Slice, ? extends Number> number) {
        Range range = of(slices, number);
        return range != null && range.max - range.min > TOLERANCE;
    }
}
