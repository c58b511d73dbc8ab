package io.lidc.dicom.part10;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How data elements are encoded: byte order, and whether the VR is explicit (PS3.5 sections 7.1.2, 7.1.3, 7.3). */
enum Encoding {
    EXPLICIT_LITTLE(true, false, "1.2.840.10008.1.2.1"),
    IMPLICIT_LITTLE(false, false, "1.2.840.10008.1.2"),
    EXPLICIT_BIG(true, true, "1.2.840.10008.1.2.2");

    private static final VarHandle SHORT_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BE = view(long[].class, ByteOrder.BIG_ENDIAN);

    final boolean explicit;
    final boolean big;

    /** UID of the transfer syntax that consists of this encoding alone. */
    final String uid;

    Encoding(boolean explicit, boolean big, String uid) {
        this.explicit = explicit;
        this.big = big;
        this.uid = uid;
    }

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    /** Encoding of a transfer syntax; explicit VR little endian unless PS3.5 annex A defines another one. */
    static Encoding of(String transferSyntaxUid) {
        return switch (transferSyntaxUid) {
            case "1.2.840.10008.1.2", "1.2.840.10008.1.20" -> IMPLICIT_LITTLE;
            case "1.2.840.10008.1.2.2" -> EXPLICIT_BIG;
            default -> EXPLICIT_LITTLE;
        };
    }

    /** Whether a transfer syntax is defined by DICOM, so that its encoding is known. */
    static boolean isKnown(String transferSyntaxUid) {
        return transferSyntaxUid.startsWith("1.2.840.10008.");
    }

    /** Whether a transfer syntax deflates the data set (PS3.5 sections A.5, A.6 and A.11). */
    static boolean deflates(String transferSyntaxUid) {
        return switch (transferSyntaxUid) {
            case "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205" -> true;
            default -> false;
        };
    }

    int tagAt(byte[] bytes, int position) {
        return big ? (int) INT_BE.get(bytes, position) : Integer.rotateLeft((int) INT_LE.get(bytes, position), 16);
    }

    static int unsignedShort(byte[] bytes, int position, boolean big) {
        return (short) (big ? SHORT_BE : SHORT_LE).get(bytes, position) & 0xFFFF;
    }

    static int intAt(byte[] bytes, int position, boolean big) {
        return big ? (int) INT_BE.get(bytes, position) : (int) INT_LE.get(bytes, position);
    }

    static long longAt(byte[] bytes, int position, boolean big) {
        return big ? (long) LONG_BE.get(bytes, position) : (long) LONG_LE.get(bytes, position);
    }
}
