package io.lidc.model;

import java.util.List;

/**
 * A patient (PS3.3 section C.7.1.1), known by Patient ID and its issuer; both are empty, not null, where a header has none.
 *
 * @param values in the order of {@code metadata.Columns.PATIENT}
 */
public record Patient(String patientId, String issuerOfPatientId, List<Object> values) {

    /** Without values: what is logged by accident must tell nothing of a patient. */
    @Override
    public String toString() {
        return "Patient[" + values.size() + " values]";
    }
}
