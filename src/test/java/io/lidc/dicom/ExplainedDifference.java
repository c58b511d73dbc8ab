package io.lidc.dicom;

import io.lidc.dicom.CorpusSweepTest.Difference;
import java.util.List;
import java.util.Optional;

/** A difference that the sweep knows, with what PS3 says about the bytes in question. */
record ExplainedDifference(String file, String attribute, String reason) {
    private static final List<ExplainedDifference> ALL = List.of();

    static List<ExplainedDifference> all() {
        return ALL;
    }

    static Optional<ExplainedDifference> of(Difference difference) {
        return ALL.stream()
                .filter(known -> known.file.equals(difference.file()) && known.attribute.equals(difference.attribute()))
                .findFirst();
    }
}
