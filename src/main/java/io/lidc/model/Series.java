package io.lidc.model;

import java.util.List;

/**
 * A series (PS3.3 section C.7.3.1).
 *
 * @param values in the order of {@code metadata.Columns.SERIES}
 */
public record Series(String seriesInstanceUid, List<Object> values) {

    /** Without values: what is logged by accident must tell nothing of a patient. */
    @Override
    public String toString() {
        return "Series[" + seriesInstanceUid + "]";
    }
}
