package io.lidc.dicom.part10;

import io.lidc.dicom.part10.CorpusSweepTest.Difference;
import java.util.List;
import java.util.Optional;

/** A difference that the sweep knows, with what PS3 says about the bytes in question. */
record ExplainedDifference(String file, String attribute, String reason) {
    private static final List<ExplainedDifference> ALL = List.of(
            new ExplainedDifference(
                    "pydicom/test_files/SC_rgb_jpeg.dcm",
                    "TransferSyntaxUID",
                    "PS3.5 section A.4: with encapsulated pixel data the data set is Explicit VR Little Endian; this one"
                            + " is Implicit VR, and a header names the transfer syntax that it was read by"),
            new ExplainedDifference(
                    "pydicom/test_files/no_meta.dcm",
                    "status",
                    "PS3.10 section 7.1 and PS3.5 section 7.1: neither preamble and prefix nor a data element at byte 0,"
                            + " where one stray byte stands; the other reading has no attribute of it either"),
            new ExplainedDifference(
                    "pydicom/test_files/rtplan_truncated.dcm",
                    "status",
                    "PS3.5 section 7.1.1: a value field has as many bytes as its length says; this file ends in the"
                            + " middle of (300A,012C), which the other reading passes over in silence"));

    static List<ExplainedDifference> all() {
        return ALL;
    }

    static Optional<ExplainedDifference> of(Difference difference) {
        return ALL.stream()
                .filter(known -> known.file.equals(difference.file()) && known.attribute.equals(difference.attribute()))
                .findFirst();
    }
}
