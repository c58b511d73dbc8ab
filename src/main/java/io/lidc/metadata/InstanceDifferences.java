package io.lidc.metadata;

import io.lidc.dicom.DataDictionary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What makes instances under one SOP Instance UID differ: keywords of attributes, never their values. */
public final class InstanceDifferences {
    private InstanceDifferences() {}

    /**
     * What can differ of an instance.
     *
     * @param values in the order of {@link Columns#INSTANCE}
     */
    public record Compared(String seriesInstanceUid, String transferSyntaxUid, List<Object> values) {}

    /** In one sentence. */
    public static String describe(Compared object, Compared stored) {
        Set<String> keywords = new LinkedHashSet<>();
        if (!Objects.equals(object.seriesInstanceUid, stored.seriesInstanceUid)) {
            keywords.add("SeriesInstanceUID");
        }
        if (!Objects.equals(object.transferSyntaxUid, stored.transferSyntaxUid)) {
            keywords.add("TransferSyntaxUID");
        }
        for (int i = 0; i < Columns.INSTANCE.size(); i++) {
            if (!Objects.equals(object.values.get(i), stored.values.get(i))) {
                keywords.add(DataDictionary.keyword(Columns.INSTANCE.get(i).tag()));
            }
        }
        return keywords.isEmpty()
                ? "differs from the stored instance in attributes that have no column in the table instance"
                : "differs from the stored instance in " + String.join(", ", keywords);
    }
}
