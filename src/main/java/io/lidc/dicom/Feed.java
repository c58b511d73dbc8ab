package io.lidc.dicom;

import java.io.IOException;

/** Where the bytes of a header come from, by position in the object: the source, or the data set it inflates to. */
@FunctionalInterface
interface Feed {
    /** Reads as {@link ByteSource#read} does. */
    int read(long position, byte[] target, int offset, int length) throws IOException, DicomException;
}
