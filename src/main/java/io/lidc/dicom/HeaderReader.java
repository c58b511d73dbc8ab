package io.lidc.dicom;

import java.io.IOException;

/** Reads the header of a DICOM object: everything before its pixel data. Safe for use by several threads. */
public interface HeaderReader {

    /**
     * Reads the header and leaves the source open.
     *
     * @throws DicomException if the bytes are not a readable header; it carries the reason and the byte offset
     * @throws IOException if the bytes cannot be read
     */
    Header read(ByteSource source) throws DicomException, IOException;
}
