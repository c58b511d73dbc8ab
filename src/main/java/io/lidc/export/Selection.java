package io.lidc.export;

import java.util.Map;

/**
 * Which rows are exported: those of the instances that a condition holds for, and of their series, studies and patients. Tables that tell
 * of runs and of objects that gave no instance are exported whole.
 *
 * @param condition SQL over the columns of instance, series, study and patient; null for all instances
 */
record Selection(String condition) {
    private static final String JOINED = " from instance left join series using (series_instance_uid)"
            + " left join study using (study_instance_uid) left join patient using (patient_id, issuer_of_patient_id)"
            + " where (";
    private static final Map<String, String> KEYS = Map.of(
            "instance", "sop_instance_uid",
            "series", "series_instance_uid",
            "series_quality", "series_instance_uid",
            "series_summary", "series_instance_uid",
            "series_overview", "series_instance_uid",
            "slice_geometry", "series_instance_uid",
            "study", "study_instance_uid",
            "patient", "patient_id, issuer_of_patient_id",
            "patient_overview", "patient_id, issuer_of_patient_id");

    /** A query that fails where the condition is no SQL. */
    String trial() {
        return "select 1" + matching() + " limit 1";
    }

    /** What a query for the rows of a table ends with. */
    String of(String table) {
        String key = KEYS.get(table);
        if (condition == null || key == null) {
            return "";
        }
        String own = table + "." + key.replace(", ", ", " + table + ".");
        return " where (" + own + ") in (select " + key + matching() + ")";
    }

    /** The condition may end with a comment. */
    private String matching() {
        return JOINED + (condition == null ? "1 = 1" : condition) + "\n)";
    }
}
