package io.lidc.dicom;

/**
 * Why a header cannot be read. The names are stable: databases, dead letters and alerts carry them. Every error comes
 * with the byte offset at which reading ended.
 */
public enum ErrorCode {
    /** The object has no bytes. */
    EMPTY,
    /** There is neither a preamble with the prefix DICM (PS3.10 section 7.1) nor anything that reads as a data set. */
    NOT_DICOM,
    /**
     * The object ends inside a data element, before its data set starts, or inside a deflated data set: the header is
     * incomplete. An object that ends inside its pixel data has a complete header, and the warning {@link
     * ReadWarning.Code#PIXEL_DATA_CUT}.
     */
    TRUNCATED,
    /** A length, tag, VR or delimiter that PS3.5 does not allow, after which nothing can be read. */
    MALFORMED,
    /** Sequences nested deeper than {@link Limits#depth()}. */
    TOO_DEEP,
    /** More data elements than {@link Limits#elements()}. */
    TOO_MANY_ELEMENTS,
    /** More header bytes than {@link Limits#headerBytes()}. */
    HEADER_TOO_LONG,
    /** A deflated data set that is not a valid deflate stream (RFC 1951). */
    BAD_DEFLATE,
    /** A deflated data set that inflates to more than {@link Limits#inflateRatio()} times its size. */
    INFLATE_RATIO
}
