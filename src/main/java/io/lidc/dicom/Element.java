package io.lidc.dicom;

import java.util.List;

/** One data element of a {@link DataSet}. */
public interface Element {

    /** Tag as 0xggggeeee. */
    int tag();

    /**
     * The VR by which it is read: the encoded one; that of PS3.6 where none or UN is encoded; SQ for a UN that holds
     * items (PS3.5 section 6.2.2).
     */
    Vr vr();

    /** Encoded length of the value field in bytes; 0xFFFFFFFF for an undefined length. */
    long length();

    /** Position of the element in the object, in bytes from the first one; -1 if the parser does not tell. */
    long offset();

    /** Whether its value was not read: pixel data, or longer than {@link Limits#valueBytes()}. */
    boolean skipped();

    /** Whether the binary numbers and words of {@link #bytes()} are big endian. */
    boolean bigEndian();

    /** The encoded value field; empty for a sequence that was read as {@link #items()}, and for a skipped value. */
    byte[] bytes();

    /** Items of a sequence, in order; empty for every other VR, and for a damaged sequence. */
    List<DataSet> items();

    /** The private creator that reserves its block (PS3.5 section 7.8.1); null if there is none. */
    String privateCreator();

    /**
     * The whole value as text, decoded by the character set, without padding; numbers as decimal text, several values
     * separated by backslashes. Null if the value is empty or skipped, or consists of items, bytes or words.
     */
    String text();

    /** All values, typed; empty if there is none, and for sequences, bytes and words. */
    List<Value> values();
}
