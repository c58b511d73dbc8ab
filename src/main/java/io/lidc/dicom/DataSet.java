package io.lidc.dicom;

/** The data elements of a header or of one item of a sequence, in their encoded order. Immutable. */
public interface DataSet extends Iterable<Element> {

    /** The first element of a tag, 0xggggeeee; null if absent. */
    Element element(int tag);

    /** The character set of its text: its own, otherwise that of the enclosing data set (PS3.5 section 6.1.2.3). */
    CharacterSet characterSet();
}
