package io.lidc.sample;

/**
 * Something that the sample gets wrong on purpose.
 *
 * @param path relative to the sample's directory, with slashes; of the file that is not there for a missing slice, and of the first
 *     slice that shows it for other faults of a series
 */
public record Trouble(String path, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** A file that ends in the middle of its header. */
        TRUNCATED,
        /** Text under the name of a DICOM file. */
        TEXT,
        /** A file of zero bytes. */
        EMPTY,
        /** A copy of an instance that nobody but a superuser may read. */
        UNREADABLE,
        /** A DICOMDIR (PS3.3 annex F): valid, and without a SOP Instance UID in its data set. */
        MEDIA_DIRECTORY,
        /** A copy of an instance, equal byte for byte. */
        DUPLICATE,
        /** The SOP Instance UID of another file over a header that differs. */
        CONFLICT,
        /** A series that lacks one slice between its first and its last. */
        MISSING_SLICE,
        /** A series with 36 mm between two of its slices, and instance numbers that do not tell. */
        GAP,
        /** A series with two slices in one place that show different things. */
        DUPLICATE_PLANE,
        /** A series of two acquisitions of the same places. */
        SEVERAL_STACKS
    }
}
