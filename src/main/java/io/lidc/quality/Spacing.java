package io.lidc.quality;

import java.util.Arrays;

/**
 * The distances between neighbouring planes, mm. Without any, all are 0.
 *
 * @param gaps distances of more than {@value #GAP} times the median
 * @param missing slices that the gaps have room for
 * @param crowded distances of less than {@value #CROWDED} times the median
 * @param uneven other distances that differ from the median by more than a tenth of it, and by more than 0.1 mm
 */
record Spacing(double median, double min, double max, int gaps, int missing, int crowded, int uneven) {
    private static final double GAP = 1.5;
    private static final double CROWDED = 0.5;

    /** Positions are rounded to 0.1 mm by some scanners. */
    private static final double TOLERANCE = 0.1;

    private static final Spacing NONE = new Spacing(0, 0, 0, 0, 0, 0, 0);

    static Spacing of(double... steps) {
        if (steps.length == 0) {
            return NONE;
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        int gaps = 0;
        int missing = 0;
        int crowded = 0;
        int uneven = 0;
        for (double step : sorted) {
            if (step > GAP * median) {
                gaps++;
                missing += (int) Math.min(Short.MAX_VALUE, Math.round(step / median) - 1);
            } else if (step < CROWDED * median) {
                crowded++;
            } else if (Math.abs(step - median) > Math.max(TOLERANCE, median * TOLERANCE)) {
                uneven++;
            }
        }
        return new Spacing(median, sorted[0], sorted[sorted.length - 1], gaps, missing, crowded, uneven);
    }
}
