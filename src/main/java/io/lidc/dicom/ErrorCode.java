package io.lidc.dicom;

/** Why a header cannot be read. The names are stable: databases, dead letters and alerts carry them. */
public enum ErrorCode {
    /** The object has no bytes. */
    EMPTY,
    /** Neither a Part 10 preamble nor anything that reads as a data set. */
    NOT_DICOM,
    /** The object ends inside a data element. */
    TRUNCATED,
    /** A length, tag or delimiter that PS3.5 does not allow and that leaves no way to read on. */
    MALFORMED,
    /** More levels of sequences than {@link Limits#depth()}. */
    TOO_DEEP,
    /** More data elements than {@link Limits#elements()}. */
    TOO_MANY_ELEMENTS,
    /** More header bytes than {@link Limits#headerBytes()}. */
    HEADER_TOO_LONG,
    /** A deflated data set that does not inflate. */
    BAD_DEFLATE,
    /** A deflated data set that inflates by more than {@link Limits#inflateRatio()}. */
    INFLATE_RATIO
}
