package io.lidc.dicom;

import java.io.IOException;

/**
 * A sequence of stated length that holds something broken: its value is left as bytes.
 *
 * @param frame of the sequence
 */
record DamagedSequence(Frame frame) {

    /** The innermost sequence around an error that states its length; null where none does. */
    static DamagedSequence around(Frame frame) {
        Frame damaged = frame;
        while (damaged != null && (damaged.kind != Frame.Kind.SEQUENCE || damaged.undefined)) {
            damaged = damaged.parent;
        }
        return damaged == null ? null : new DamagedSequence(damaged);
    }

    /** Whether it was stated to be a sequence, and not only looked like one. */
    boolean isStated(TableBuilder table) {
        return !table.vrConcluded(frame.row) || DataDictionary.vr(table.tag(frame.row)) == Vr.SQ;
    }

    /**
     * Makes it a plain value of the table.
     *
     * @param at position in the window up to which it was parsed
     * @return position in the window of the first byte behind it; -1 where the object ends before
     */
    int keepBytes(Window window, TableBuilder table, int at, Limits limits) throws DicomException, IOException {
        int start = table.start(frame.row);
        long length = frame.end - (start + frame.shift);
        Vr vr = isStated(table) ? Vr.SQ : Vr.UN;
        boolean inOnePiece = window.shift() == frame.shift;
        if (inOnePiece && length <= limits.valueBytes()) {
            if (!window.reach(start + (int) length)) {
                return -1;
            }
            table.reopen(frame.row, vr, 0, (int) length);
            return start + (int) length;
        }
        int from = inOnePiece ? start : at;
        if (!window.skip(from, frame.end - (from + window.shift()))) {
            return -1;
        }
        table.reopen(frame.row, vr, TableBuilder.SKIPPED, (int) length);
        return from;
    }
}
