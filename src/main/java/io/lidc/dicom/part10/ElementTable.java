package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.ElementTableBuilder.BIG;
import static io.lidc.dicom.part10.ElementTableBuilder.CONTAINER;
import static io.lidc.dicom.part10.ElementTableBuilder.INFERRED;
import static io.lidc.dicom.part10.ElementTableBuilder.INFO;
import static io.lidc.dicom.part10.ElementTableBuilder.LENGTH;
import static io.lidc.dicom.part10.ElementTableBuilder.SHORT_HEADER;
import static io.lidc.dicom.part10.ElementTableBuilder.SKIPPED;
import static io.lidc.dicom.part10.ElementTableBuilder.START;
import static io.lidc.dicom.part10.ElementTableBuilder.TAG;
import static io.lidc.dicom.part10.ElementTableBuilder.VR_MASK;
import static io.lidc.dicom.part10.ElementTableBuilder.WIDTH;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.Vr;

/**
 * The data elements and items of a header in document order, one row each, over the bytes that hold them. A sequence
 * is followed by its items, an item by its elements; {@link #next} skips them.
 */
final class ElementTable {
    private static final Vr[] VRS = Vr.values();

    final byte[] bytes;
    private final int[] rows;
    private final long[] gaps;

    /** Decodes text outside the default repertoire if no character set is declared. */
    final CharacterSet fallback;

    ElementTable(byte[] bytes, int[] rows, long[] gaps, CharacterSet fallback) {
        this.bytes = bytes;
        this.rows = rows;
        this.gaps = gaps;
        this.fallback = fallback;
    }

    int size() {
        return rows.length / WIDTH;
    }

    int tag(int row) {
        return rows[row * WIDTH + TAG];
    }

    Vr vr(int row) {
        return VRS[rows[row * WIDTH + INFO] & VR_MASK];
    }

    private boolean has(int row, int flag) {
        return (rows[row * WIDTH + INFO] & flag) != 0;
    }

    /** Whether the value was not read; its length is known. */
    boolean skipped(int row) {
        return has(row, SKIPPED);
    }

    /** Whether the VR is that of the data dictionary. */
    boolean vrInferred(int row) {
        return has(row, INFERRED);
    }

    boolean big(int row) {
        return has(row, BIG);
    }

    /** Whether the row is a sequence whose items follow it, or an item. */
    boolean container(int row) {
        return has(row, CONTAINER);
    }

    /** Position of the value in {@link #bytes}. */
    int start(int row) {
        return rows[row * WIDTH + START];
    }

    /** Number of bytes of the value in {@link #bytes}: none for a skipped one. */
    int held(int row) {
        return skipped(row) || container(row) ? 0 : rows[row * WIDTH + LENGTH];
    }

    /** The encoded length, unsigned. */
    long length(int row) {
        // The column of a container holds its next row; its length is in the bytes before its value.
        int length = container(row) ? Encoding.intAt(bytes, start(row) - 4, big(row)) : rows[row * WIDTH + LENGTH];
        return length & 0xFFFF_FFFFL;
    }

    /** The row after this one and everything in it. */
    int next(int row) {
        return container(row) ? rows[row * WIDTH + LENGTH] : row + 1;
    }

    /** Position of the data element in the object, in bytes from the first one. */
    long offset(int row) {
        return inObject(start(row) - (has(row, SHORT_HEADER) ? 8 : 12));
    }

    private long inObject(int position) {
        long shift = 0;
        for (int i = 0; i < gaps.length && gaps[i] <= position; i += 2) {
            shift = gaps[i + 1];
        }
        return position + shift;
    }
}
