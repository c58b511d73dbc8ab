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

    /** The rows that no sequence holds; null where that is all of them. */
    private final int[] top;

    private final int topCount;
    private final boolean ascending;

    Table(byte[] bytes, int[] rows, long[] gaps) {
        this.bytes = bytes;
        this.rows = rows;
        this.gaps = gaps;
        int count = 0;
        boolean inOrder = true;
        int last = 0;
        for (int row = 0; row < size(); row = next(row)) {
            inOrder &= count == 0 || Integer.compareUnsigned(tag(row), last) > 0;
            last = tag(row);
            count++;
        }
        this.topCount = count;
        this.ascending = inOrder;
        this.top = count == size() ? null : top(count);
    }

    private int[] top(int count) {
        int[] found = new int[count];
        int row = 0;
        for (int i = 0; i < count; i++, row = next(row)) {
            found[i] = row;
        }
        return found;
    }

    private int topRow(int index) {
        return top == null ? index : top[index];
    }

    /** The first row of a tag that no sequence holds; -1 where there is none. */
    int find(int tag) {
        if (!ascending) {
            return findOneByOne(tag);
        }
        int low = 0;
        int high = topCount - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = topRow(middle);
            int order = Integer.compareUnsigned(tag(row), tag);
            if (order == 0) {
                return row;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int findOneByOne(int tag) {
        for (int i = 0; i < topCount; i++) {
            if (tag(topRow(i)) == tag) {
                return topRow(i);
            }
        }
        return -1;
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
