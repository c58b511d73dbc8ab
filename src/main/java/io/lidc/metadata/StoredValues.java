package io.lidc.metadata;

import io.lidc.dicom.DataDictionary;
import io.lidc.json.StoredDicomJson;

/**
 * De-identifies values that the database keeps already, so that they are as if they had been ingested so, as long as they are
 * as their objects have them: a pseudonym would become the pseudonym of a pseudonym ({@link DeidentificationState#canBecome}
 * tells).
 */
public final class StoredValues {
    private final ExtraAttributes extra;
    private final Deidentification deidentification;

    /** With the attributes that are named for {@code extra}: private ones that are not leave it. */
    public StoredValues(ExtraAttributes extra, Deidentification deidentification) {
        this.extra = extra;
        this.deidentification = deidentification;
    }

    /**
     * What is kept in the place of a column's value; null for nothing.
     *
     * @param keyword of the column's attribute (PS3.6)
     * @param value a String, a number, or null
     * @throws IllegalArgumentException for what is no keyword
     */
    public Object value(String keyword, Object value) {
        int tag = DataDictionary.tag(keyword).orElseThrow(() -> new IllegalArgumentException("no keyword " + keyword));
        if (value instanceof String text) {
            return deidentification.text(tag, text);
        }
        return deidentification.hides(tag) ? null : value;
    }

    /**
     * What is kept in the place of a value of {@code extra}; null for nothing.
     *
     * @param json a data set in the DICOM JSON Model, or null
     * @throws IllegalArgumentException for any other text
     */
    public String extra(String json) {
        if (json == null) {
            return null;
        }
        String kept = StoredDicomJson.apply(extra.policy(deidentification), json);
        return kept.equals("{}") ? null : kept;
    }
}
