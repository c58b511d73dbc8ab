package io.lidc.dicom;

/**
 * Something in a header that PS3 does not allow and that could be read all the same.
 *
 * @param tag of the data element concerned, as 0xggggeeee; 0 where it is none
 * @param offset in bytes from the first byte of the object
 */
public record ReadWarning(Code code, int tag, long offset) {

    /** What is odd. The names are stable: the database carries them. */
    public enum Code {
        /** The object starts without preamble and prefix (PS3.10 section 7.1). */
        NO_PREAMBLE,
        /** The file meta information names no transfer syntax, or there is none; it was concluded from the data set. */
        TRANSFER_SYNTAX_CONCLUDED,
        /** The data set is not encoded as its transfer syntax says; it was read as it is encoded. */
        TRANSFER_SYNTAX_WRONG,
        /** The group length of the file meta information is wrong or missing. */
        META_LENGTH_WRONG,
        /** A value representation that PS3.5 does not define. */
        UNKNOWN_VR,
        /** A value of odd length (PS3.5 section 7.1.1). */
        ODD_LENGTH,
        /** A sequence or item without its delimiter. */
        DELIMITER_MISSING,
        /** An item that states more bytes than its sequence; it was read up to the sequence's end. */
        ITEM_LENGTH_WRONG,
        /** The delimiter of a sequence or item that none is open for, or that states its length. */
        STRAY_DELIMITER,
        /** A sequence whose items cannot be read; its bytes are kept as they are. */
        SEQUENCE_DAMAGED,
        /** Bytes after the last data element that are none. */
        TRAILING_BYTES,
        /** The object is shorter than its pixel data says. */
        PIXEL_DATA_CUT,
        /** Data elements that are not in ascending order of their tags, or one tag twice. */
        OUT_OF_ORDER,
        /** A character set that PS3.3 section C.12.1.1.2 does not define, read as what it evidently means. */
        CHARACTER_SET_MISSPELT,
        /** Bytes that the character set does not define; U+FFFD stands in their place. */
        UNDECODABLE_TEXT,
        /** A value that does not read as its value representation; it is kept as text. */
        UNREADABLE_VALUE
    }
}
