package io.lidc.dicom;

import java.util.ArrayList;
import java.util.List;

/** Collects the warnings of one header, the first {@value #MAX_WARNINGS}: a broken header can give rise to a million. */
public final class WarningList {
    /** Warnings beyond this number are dropped. */
    public static final int MAX_WARNINGS = 100;

    private List<ReadWarning> warnings;

    /** Adds a warning with the arguments of {@link ReadWarning}. */
    public void add(ReadWarning.Code code, int tag, long offset) {
        if (warnings == null) {
            warnings = new ArrayList<>(4);
        }
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new ReadWarning(code, tag, offset));
        }
    }

    /** An immutable copy of the warnings so far. */
    public List<ReadWarning> toList() {
        return warnings == null ? List.of() : List.copyOf(warnings);
    }
}
