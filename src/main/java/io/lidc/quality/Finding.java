package io.lidc.quality;

import java.util.Locale;

/** What can be said of a series, by a code that stays the same from release to release. */
public enum Finding {
    /** Distances of more than 1.5 times the median: slices are missing in between. */
    MISSING_SLICES(Verdict.BROKEN, "slices are missing between the first and the last"),
    /** Slices without Image Position or Image Orientation (Patient). */
    NO_GEOMETRY(Verdict.BROKEN, "slices have no position or orientation"),
    /** Two slices in one place whose pixels differ: one of them is not what its header says. */
    PLANES_CONFLICT(Verdict.BROKEN, "two slices in one place have different pixels"),
    /** Slices, localizers apart, that are not parallel. */
    ORIENTATION_VARIES(Verdict.BROKEN, "slices are not parallel"),
    /** Rows or Columns differ. */
    MATRIX_VARIES(Verdict.BROKEN, "rows or columns differ between slices"),
    /** Pixel Spacing differs. */
    PIXEL_SPACING_VARIES(Verdict.BROKEN, "pixel spacing differs between slices"),
    /** Two slices in one place whose pixels are equal, or cannot be compared. */
    PLANES_REPEATED(Verdict.SUSPECT, "slices are there twice"),
    /** A distance of less than half the median. */
    PLANES_CROWDED(Verdict.SUSPECT, "slices lie between their neighbours' regular places"),
    /** Distances that vary by more than a tenth, short of gaps. */
    SPACING_VARIES(Verdict.SUSPECT, "the distances between slices vary"),
    /** Several acquisitions, reconstructions or orientations under one Series Instance UID. */
    SEVERAL_STACKS(Verdict.SUSPECT, "several stacks share one series"),
    /** Slices are shifted along their plane from one to the next: the voxels form no rectangular grid. */
    TILTED_GANTRY(Verdict.SUSPECT, "the gantry was tilted: the voxels form no rectangular grid"),
    /** Convolution Kernel differs. */
    KERNEL_VARIES(Verdict.SUSPECT, "the convolution kernel differs between slices"),
    /** Slice Thickness differs. */
    THICKNESS_VARIES(Verdict.SUSPECT, "slice thickness differs between slices"),
    /** Instance Numbers are left out between the lowest and the highest. */
    NUMBERS_MISSING(Verdict.SUSPECT, "instance numbers are left out"),
    /** Two slices of a stack have the same Instance Number. */
    NUMBERS_REPEATED(Verdict.SUSPECT, "slices share an instance number"),
    /** The order by Instance Number is not that of the slices. */
    NUMBERS_UNORDERED(Verdict.SUSPECT, "instance numbers are not in the order of the slices"),

    /** Localizers beside the slices; they are left out of the check. */
    LOCALIZERS(Verdict.COMPLETE, "localizers stand beside the slices"),
    /** Objects of several frames, whose planes are not checked. */
    MULTI_FRAME(Verdict.COMPLETE, "objects of several frames are not checked"),
    /** One slice: nothing to measure. */
    SINGLE_SLICE(Verdict.COMPLETE, "a single slice"),
    /** Slices overlap, as they may. */
    SPACING_BELOW_THICKNESS(Verdict.COMPLETE, "slices overlap"),
    /** Tissue between the slices is not shown. */
    SPACING_ABOVE_THICKNESS(Verdict.COMPLETE, "tissue between the slices is not shown"),
    /** Slices that are parallel to no plane of the patient, and not because of a tilted gantry. */
    OBLIQUE(Verdict.COMPLETE, "slices are parallel to no plane of the patient"),
    /** Patient Position is feet first. */
    FEET_FIRST(Verdict.COMPLETE, "the patient lay feet first");

    private final Verdict verdict;
    private final String meaning;

    Finding(Verdict verdict, String meaning) {
        this.verdict = verdict;
        this.meaning = meaning;
    }

    /** What a series with this finding is at best; {@link Verdict#COMPLETE} for what is worth knowing and no fault. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether it is a reason for a verdict; a note otherwise. */
    public boolean isFault() {
        return verdict != Verdict.COMPLETE;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }

    /** The code in lower case, for people: {@code missing slices}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
