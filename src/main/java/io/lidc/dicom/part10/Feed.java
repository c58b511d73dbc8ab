package io.lidc.dicom.part10;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import java.io.IOException;

/** Random access to the bytes of a header by position in the object: the source, or the data set it inflates to. */
@FunctionalInterface
interface Feed {
    /** Same contract as {@link ByteSource#read}. */
    int read(long position, byte[] target, int offset, int length) throws IOException, DicomException;
}
