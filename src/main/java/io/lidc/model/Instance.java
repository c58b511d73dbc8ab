package io.lidc.model;

import java.util.List;

/**
 * An instance: one SOP Instance UID (PS3.3 section C.12.1) and how its header is encoded.
 *
 * @param headerDigest first 16 bytes of the SHA-256 of the data set as encoded, up to its pixel data, in
 *     hexadecimal digits
 * @param warnings what was odd about the header: stable codes joined by commas, each once; null for a sound one
 * @param extra further attributes in the DICOM JSON Model (PS3.18 annex F); null where there are none
 * @param values in the order of {@code metadata.Columns.INSTANCE}
 */
public record Instance(
        String sopInstanceUid,
        String transferSyntaxUid,
        String headerDigest,
        String warnings,
        String extra,
        List<Object> values) {

    /** Without values: what is logged by accident must tell nothing of a patient. */
    @Override
    public String toString() {
        return "Instance[" + sopInstanceUid + "]";
    }
}
