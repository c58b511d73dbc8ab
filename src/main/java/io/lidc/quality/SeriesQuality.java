package io.lidc.quality;

import java.util.Set;
import java.util.TreeSet;

/**
 * How sound a series is. Lengths are in mm and of the largest stack; counts are of all stacks together.
 *
 * @param findings reasons and notes, in the order of {@link Finding}
 * @param slices all instances, localizers among them
 * @param stacks how many stacks share the series
 * @param spacing between the planes of the largest stack; null where no stack has two planes
 * @param order of the instance numbers along the normal, see {@link InstanceNumbers.Order}; null where none can be told
 * @param gaps places where slices are missing, with room for {@code missing} slices
 * @param numbersMissing instance numbers left out between the lowest and the highest
 * @param tilt of the gantry, degrees, as the positions have it
 * @param thickness slice thickness, least and most; null without
 */
record SeriesQuality(
        Set<Finding> findings,
        int slices,
        int localizers,
        int stacks,
        Spacing spacing,
        String order,
        int gaps,
        int missing,
        Duplicates duplicates,
        int crowded,
        int numbersMissing,
        double tilt,
        Range thickness) {

    /** Keeps a copy. */
    SeriesQuality {
        findings = new TreeSet<>(findings);
    }

    /** The worst of what the findings allow. */
    Verdict verdict() {
        return findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.COMPLETE);
    }
}
