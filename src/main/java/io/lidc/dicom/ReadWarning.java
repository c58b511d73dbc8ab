package io.lidc.dicom;

/**
 * Something in a header that PS3 does not allow and that was read all the same.
 *
 * @param tag of the data element in question, as 0xggggeeee; 0 if it is not about a data element
 * @param offset position in the object, in bytes from the first one
 */
public record ReadWarning(Code code, int tag, long offset) {

    /**
     * What is irregular. The names are stable: databases carry them. The encoding ({@link Header#warnings()}) gives rise
     * to those up to {@link #OUT_OF_ORDER}, the values ({@link Header#valueWarnings()}) to the others.
     */
    public enum Code {
        /** The object has no preamble, or no preamble and no prefix DICM (PS3.10 section 7.1). */
        NO_PREAMBLE,
        /** No transfer syntax is declared in the file meta information; it was inferred from the data set. */
        TRANSFER_SYNTAX_INFERRED,
        /** The data set, or the file meta information, is not encoded as declared; it was read as it is encoded. */
        TRANSFER_SYNTAX_WRONG,
        /** The group length of the file meta information (0002,0000) is wrong or missing. */
        META_LENGTH_WRONG,
        /** A value representation that PS3.5 does not define; the element was read by its tag's VR in PS3.6. */
        UNKNOWN_VR,
        /** A value of odd length (PS3.5 section 7.1.1). */
        ODD_LENGTH,
        /** A sequence or item of undefined length without its delimiter. */
        DELIMITER_MISSING,
        /** An item that declares more bytes than its sequence; it was read up to the end of the sequence. */
        ITEM_LENGTH_WRONG,
        /** A delimiter for which no sequence or item of undefined length is open; it was ignored. */
        STRAY_DELIMITER,
        /** A sequence whose items cannot be read; its value is kept as bytes. */
        SEQUENCE_DAMAGED,
        /** Bytes after the last data element, or after the last one of an item, that are no data element. */
        TRAILING_BYTES,
        /**
         * The object ends inside its pixel data, as its size and the declared length of the pixel data tell. The header
         * is complete; the image is not. Given only where the source knows the size of the object.
         */
        PIXEL_DATA_CUT,
        /** Data elements that are not in ascending order of their tags, or one tag twice (PS3.5 section 7.1). */
        OUT_OF_ORDER,
        /**
         * A term of Specific Character Set (0008,0005) that PS3.3 section C.12.1.1.2 does not define at its place. It was
         * read as what it evidently means, otherwise as the default repertoire.
         */
        CHARACTER_SET_MISSPELLED,
        /**
         * Text outside the default repertoire in a data set that declares no character set: Specific Character Set
         * (0008,0005) is absent, empty, ISO_IR 6 or not interpretable. It was decoded by the fallback character set of
         * the reader.
         */
        CHARACTER_SET_MISSING,
        /** Text in another character set than the declared one: Shift_JIS under ISO_IR 13. It was read as encoded. */
        CHARACTER_SET_WRONG,
        /** Bytes that the character set does not define; U+FFFD stands in their place. */
        UNDECODABLE_TEXT,
        /** A value that does not match its value representation; it is kept as text. */
        UNREADABLE_VALUE
    }
}
