package io.lidc.dicom;

import java.io.IOException;

/** Reads the header of a DICOM object: everything before its pixel data. */
public interface HeaderReader {

    /**
     * Reads the header and leaves the source open.
     *
     * @throws DicomException when the bytes are not a readable header; it names the reason and the byte offset
     * @throws IOException when the bytes cannot be had
     */
    Header read(ByteSource source) throws DicomException, IOException;
}
