package io.lidc.quality;

/**
 * A CT series that is to be checked.
 *
 * @param uid Series Instance UID
 * @param patientPosition Patient Position (0018,5100); null without one
 */
record CtSeries(String uid, String patientPosition) {}
