package io.lidc.dicom;

import java.util.List;

/**
 * The header of one DICOM object: its file meta information and its data set up to the pixel data. Immutable, and safe
 * for use by several threads.
 *
 * <p>What reads headers implements this interface. Six methods make a header; the look-ups by tag are defined by them
 * and are overridden only where an implementation can do the same at less cost.
 */
public interface Header {

    /** UID of the transfer syntax by which the data set was read. */
    String transferSyntaxUid();

    /** The data set, sequences and private elements included; the pixel data as a skipped element. */
    DataSet dataSet();

    /** The elements of group 0002 (PS3.10 section 7.1); empty where the object has none. */
    DataSet fileMetaInformation();

    /** A digest of the encoded data set, 16 bytes, as {@link HeaderDigest} defines it. */
    byte[] digest();

    /** Number of bytes read from the source for this header. */
    long bytesRead();

    /**
     * Irregularities of the encoding, in the order of the bytes, at most {@link WarningList#MAX_WARNINGS}; empty for a
     * sound header.
     */
    List<ReadWarning> warnings();

    /** The first element of a tag, 0xggggeeee, in the file meta information or in the data set; null if absent. */
    default Element element(int tag) {
        return tag >>> 16 == 2 ? fileMetaInformation().element(tag) : dataSet().element(tag);
    }

    /** The whole value as text, as {@link Element#text()}; null if the element is absent too. */
    default String text(int tag) {
        Element element = element(tag);
        return element == null ? null : element.text();
    }

    /** One value (from 0) as a number; null if it is absent, empty or not a finite number. */
    default Double decimal(int tag, int index) {
        double number = Numbers.at(values(tag), index);
        return Double.isFinite(number) ? (Double) number : null;
    }

    /** One value (from 0) as a whole number; null if it is absent, empty, not a whole number or beyond 32 bits. */
    default Integer integer(int tag, int index) {
        double number = Numbers.at(values(tag), index);
        int whole = (int) number;
        return whole == number ? (Integer) whole : null;
    }

    /** All values of an element, typed; empty if it is absent. */
    default List<Value> values(int tag) {
        Element element = element(tag);
        return element == null ? List.of() : element.values();
    }

    /**
     * Irregularities of the values, in the order of the elements, at most {@link WarningList#MAX_WARNINGS}: misspelled
     * character sets, text outside of its character set, and values that do not match their VR. Decodes every value of
     * the data set on each call.
     */
    default List<ReadWarning> valueWarnings() {
        return ValueWarnings.of(dataSet());
    }
}
