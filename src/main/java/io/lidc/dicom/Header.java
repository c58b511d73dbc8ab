package io.lidc.dicom;

import java.util.List;

/** The header of one object. */
public final class Header {
    Header() {}

    /** Transfer syntax UID that the data set was read by. */
    public String transferSyntaxUid() {
        throw new UnsupportedOperationException();
    }

    /** The whole value, decoded by the character set, without padding; null where the element is absent or empty. */
    public String text(int tag) {
        throw new UnsupportedOperationException();
    }

    /** One value (from 0) as a number; null where it is absent, empty or no number. */
    public Double decimal(int tag, int index) {
        throw new UnsupportedOperationException();
    }

    /** One value (from 0) as a whole number; null where it is absent, empty or no whole number. */
    public Integer integer(int tag, int index) {
        throw new UnsupportedOperationException();
    }

    /** First 16 bytes of the SHA-256 of the data set as it is encoded, up to its pixel data. */
    public byte[] digest() {
        throw new UnsupportedOperationException();
    }

    /** Bytes read from the source for this header. */
    public long bytesRead() {
        throw new UnsupportedOperationException();
    }

    /** What was odd about the header, in the order of the bytes; empty for a sound one. */
    public List<ReadWarning> warnings() {
        throw new UnsupportedOperationException();
    }
}
