package io.lidc.dicom.part10;

import io.lidc.dicom.Vr;
import java.util.Arrays;

/** Collects the rows of a {@link ElementTable} while a header is parsed, four integers each. */
final class ElementTableBuilder {
    static final int WIDTH = 4;

    /** Column: 0xggggeeee. */
    static final int TAG = 0;

    /** Column: ordinal of the VR, and the flags below. */
    static final int INFO = 1;

    /** Column: position of the value in the header's bytes. */
    static final int START = 2;

    /** Column: the encoded length; for a container the row after its content. */
    static final int LENGTH = 3;

    static final int VR_MASK = 0x3F;

    /** Flag: the value was not read. */
    static final int SKIPPED = 0x40;

    /** Flag: big endian. */
    static final int BIG = 0x80;

    /** Flag: eight bytes precede the value, not twelve. */
    static final int SHORT_HEADER = 0x100;

    /** Flag: the rows up to the one in LENGTH are the content of the value. */
    static final int CONTAINER = 0x200;

    /** Flag: the VR is that of the data dictionary, because none is encoded. */
    static final int INFERRED = 0x400;

    private int[] rows;
    private int used;

    /** @param rows to fill; replaced by a larger array when it is full */
    ElementTableBuilder(int[] rows) {
        this.rows = rows;
    }

    int size() {
        return used / WIDTH;
    }

    int tag(int row) {
        return rows[row * WIDTH + TAG];
    }

    int start(int row) {
        return rows[row * WIDTH + START];
    }

    boolean vrInferred(int row) {
        return (rows[row * WIDTH + INFO] & INFERRED) != 0;
    }

    /** Number of bytes of a plain value that were read: none for a skipped one. */
    int held(int row) {
        return (rows[row * WIDTH + INFO] & SKIPPED) == 0 ? rows[row * WIDTH + LENGTH] : 0;
    }

    void add(int tag, int info, int start, int length) {
        if (used == rows.length) {
            rows = Arrays.copyOf(rows, 2 * used);
        }
        rows[used] = tag;
        rows[used + INFO] = info;
        rows[used + START] = start;
        rows[used + LENGTH] = length;
        used += WIDTH;
    }

    /** Ends a container with the last row added. */
    void close(int row) {
        rows[row * WIDTH + LENGTH] = used / WIDTH;
    }

    /** Turns a container back into a plain value and drops its content. */
    void reopen(int row, Vr vr, int flags, int length) {
        used = (row + 1) * WIDTH;
        int info = row * WIDTH + INFO;
        rows[info] = rows[info] & ~(VR_MASK | CONTAINER) | vr.ordinal() | flags;
        rows[row * WIDTH + LENGTH] = length;
    }

    int[] take() {
        return Arrays.copyOf(rows, used);
    }

    /** The array itself, for reuse. */
    int[] array() {
        return rows;
    }
}
