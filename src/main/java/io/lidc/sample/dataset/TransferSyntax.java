package io.lidc.sample.dataset;

import java.nio.ByteOrder;

/** The transfer syntaxes of the sample (PS3.5 annex A). */
public enum TransferSyntax {
    IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", false, ByteOrder.LITTLE_ENDIAN),
    EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", true, ByteOrder.LITTLE_ENDIAN),
    DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", true, ByteOrder.LITTLE_ENDIAN),
    /** Retired in 2006, alive in archives. */
    EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", true, ByteOrder.BIG_ENDIAN);

    private final String uid;
    private final boolean explicitVr;
    private final ByteOrder byteOrder;

    TransferSyntax(String uid, boolean explicitVr, ByteOrder byteOrder) {
        this.uid = uid;
        this.explicitVr = explicitVr;
        this.byteOrder = byteOrder;
    }

    String uid() {
        return uid;
    }

    boolean isDeflated() {
        return this == DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
    }

    /** How a data set of this transfer syntax becomes bytes, before it is deflated. */
    public Encoding encoding(CharacterSet characterSet) {
        return new Encoding(explicitVr, byteOrder, characterSet.charset());
    }
}
