package io.lidc.dicom;

import static io.lidc.dicom.TableBuilder.BIG;
import static io.lidc.dicom.TableBuilder.CONCLUDED;
import static io.lidc.dicom.TableBuilder.CONTAINER;
import static io.lidc.dicom.TableBuilder.INFO;
import static io.lidc.dicom.TableBuilder.LENGTH;
import static io.lidc.dicom.TableBuilder.SHORT_HEADER;
import static io.lidc.dicom.TableBuilder.SKIPPED;
import static io.lidc.dicom.TableBuilder.START;
import static io.lidc.dicom.TableBuilder.TAG;
import static io.lidc.dicom.TableBuilder.VR_MASK;
import static io.lidc.dicom.TableBuilder.WIDTH;

/**
 * The data elements and items of a header in document order, one row each, over the bytes that hold them. A sequence
 * is followed by its items, an item by its elements; {@link #next} leads past them.
 */
final class Table {
    private static final Vr[] VRS = Vr.values();

    final byte[] bytes;
    private final int[] rows;
    private final long[] gaps;

    Table(byte[] bytes, int[] rows, long[] gaps) {
        this.bytes = bytes;
        this.rows = rows;
        this.gaps = gaps;
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

    /** Whether the value was not read; its length is known all the same. */
    boolean skipped(int row) {
        return has(row, SKIPPED);
    }

    /** Whether the VR is that of the data dictionary. */
    boolean vrConcluded(int row) {
        return has(row, CONCLUDED);
    }

    boolean big(int row) {
        return has(row, BIG);
    }

    /** Whether the row is a sequence whose items follow it, or an item. */
    boolean container(int row) {
        return has(row, CONTAINER);
    }

    /** Where the value starts in {@link #bytes}. */
    int start(int row) {
        return rows[row * WIDTH + START];
    }

    /** Bytes of the value that are there: none for a skipped one. */
    int held(int row) {
        return skipped(row) || container(row) ? 0 : rows[row * WIDTH + LENGTH];
    }

    /** The length as it is encoded, unsigned. */
    long length(int row) {
        // A container's column leads past its rows, as its length still stands before its value.
        int length = container(row) ? Encoding.intAt(bytes, start(row) - 4, big(row)) : rows[row * WIDTH + LENGTH];
        return length & 0xFFFF_FFFFL;
    }

    /** The row after this one and everything in it. */
    int next(int row) {
        return container(row) ? rows[row * WIDTH + LENGTH] : row + 1;
    }

    /** Where the data element starts in the object, in bytes from its first. */
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
