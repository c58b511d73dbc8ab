package io.lidc.model;

import java.util.List;

/**
 * A study (PS3.3 section C.7.2.1).
 *
 * @param values in the order of {@code metadata.Columns.STUDY}
 */
public record Study(String studyInstanceUid, List<Object> values) {

    /** Without values: what is logged by accident must tell nothing of a patient. */
    @Override
    public String toString() {
        return "Study[" + studyInstanceUid + "]";
    }
}
