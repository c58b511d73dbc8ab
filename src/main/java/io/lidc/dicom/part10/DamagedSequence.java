package io.lidc.dicom.part10;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Vr;
import java.io.IOException;

/**
 * A sequence of declared length with broken content, whose value is kept as bytes.
 *
 * @param scope of the sequence
 */
record DamagedSequence(ParseScope scope) {

    /** The innermost sequence around an error that declares its length; null if none does. */
    static DamagedSequence around(ParseScope scope) {
        ParseScope damaged = scope;
        while (damaged != null && (damaged.kind != ParseScope.Kind.SEQUENCE || damaged.undefined)) {
            damaged = damaged.parent;
        }
        return damaged == null ? null : new DamagedSequence(damaged);
    }

    /** Whether it was declared to be a sequence, not only taken for one by its content. */
    boolean isDeclared(ElementTableBuilder table) {
        return !table.vrInferred(scope.row) || DataDictionary.vr(table.tag(scope.row)) == Vr.SQ;
    }

    /**
     * Turns it into a plain value of the table.
     *
     * @param at position in the buffer up to which it was parsed
     * @return position in the buffer of the first byte after it; -1 if the object ends before
     */
    int keepBytes(HeaderBuffer buffer, ElementTableBuilder table, int at, Limits limits)
            throws DicomException, IOException {
        int start = table.start(scope.row);
        long length = scope.end - (start + scope.shift);
        Vr vr = isDeclared(table) ? Vr.SQ : Vr.UN;
        boolean inOnePiece = buffer.shift() == scope.shift;
        if (inOnePiece && length <= limits.valueBytes()) {
            if (!buffer.reach(start + (int) length)) {
                return -1;
            }
            table.reopen(scope.row, vr, 0, (int) length);
            return start + (int) length;
        }
        int from = inOnePiece ? start : at;
        if (!buffer.skip(from, scope.end - (from + buffer.shift()))) {
            return -1;
        }
        table.reopen(scope.row, vr, ElementTableBuilder.SKIPPED, (int) length);
        return from;
    }
}
