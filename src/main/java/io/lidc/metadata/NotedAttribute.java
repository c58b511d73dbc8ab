package io.lidc.metadata;

import io.lidc.model.Metadata;
import java.util.function.Predicate;

/** Attributes whose absence a run counts, because analyses and viewers depend on them. */
public enum NotedAttribute {
    STUDY_INSTANCE_UID("StudyInstanceUID", metadata -> metadata.study() == null),
    SERIES_INSTANCE_UID("SeriesInstanceUID", metadata -> metadata.series() == null),
    SOP_CLASS_UID("SOPClassUID", metadata -> instanceValue(metadata, Index.SOP_CLASS_UID) == null),
    MODALITY("Modality", metadata -> modality(metadata) == null),
    /** Of CT instances. */
    SLICE_THICKNESS(
            "SliceThickness", metadata -> isCt(metadata) && instanceValue(metadata, Index.SLICE_THICKNESS) == null),
    /** Of CT instances. */
    PIXEL_SPACING("PixelSpacing", metadata -> isCt(metadata) && instanceValue(metadata, Index.PIXEL_SPACING) == null);

    private static final class Index {
        static final int MODALITY = Columns.indexOf(Columns.SERIES, "modality");
        static final int SOP_CLASS_UID = Columns.indexOf(Columns.INSTANCE, "sop_class_uid");
        static final int SLICE_THICKNESS = Columns.indexOf(Columns.INSTANCE, "slice_thickness");
        static final int PIXEL_SPACING = Columns.indexOf(Columns.INSTANCE, "pixel_spacing_row");
    }

    private final String keyword;
    private final Predicate<Metadata> missing;

    NotedAttribute(String keyword, Predicate<Metadata> missing) {
        this.keyword = keyword;
        this.missing = missing;
    }

    /** Its keyword (PS3.6). */
    public String keyword() {
        return keyword;
    }

    /** Whether these metadata lack it. */
    public boolean isMissingIn(Metadata metadata) {
        return missing.test(metadata);
    }

    private static boolean isCt(Metadata metadata) {
        return "CT".equals(modality(metadata));
    }

    private static Object modality(Metadata metadata) {
        return metadata.series() == null ? null : metadata.series().values().get(Index.MODALITY);
    }

    private static Object instanceValue(Metadata metadata, int index) {
        return metadata.instance().values().get(index);
    }
}
