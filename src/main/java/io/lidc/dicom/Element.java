package io.lidc.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One data element of a {@link DataSet}. Decodes when asked, each time anew. */
public final class Element {
    private final DataSet owner;
    private final Table table;
    private final int row;

    Element(DataSet owner, Table table, int row) {
        this.owner = owner;
        this.table = table;
        this.row = row;
    }

    /** Tag as 0xggggeeee. */
    public int tag() {
        return table.tag(row);
    }

    /**
     * The VR by which it is read: the one that is encoded, that of PS3.6 where none or UN is encoded, SQ for a UN that
     * holds items (PS3.5 section 6.2.2).
     */
    public Vr vr() {
        return owner.vr(row);
    }

    /** Length of the value field as it is encoded, in bytes; 0xFFFFFFFF for an undefined one. */
    public long length() {
        return table.length(row);
    }

    /** Where it starts, in bytes from the first one of the object. */
    public long offset() {
        return table.offset(row);
    }

    /** Whether its value was not read: longer than {@link Limits#valueBytes()}, or pixel data. */
    public boolean skipped() {
        return table.skipped(row);
    }

    /** Whether binary numbers and words in it are big endian. */
    public boolean bigEndian() {
        return table.big(row);
    }

    /** The value field as it is encoded; empty for a sequence that was read as {@link #items()}, and if skipped. */
    public byte[] bytes() {
        int start = table.start(row);
        int held = table.held(row);
        return held == 0 ? new byte[0] : Arrays.copyOfRange(table.bytes, start, start + held);
    }

    /** Items of a sequence, in order; empty for everything else, and for a damaged sequence. */
    public List<DataSet> items() {
        List<DataSet> items = new ArrayList<>();
        if (table.container(row)) {
            for (int item = row + 1; item < table.next(row); item = table.next(item)) {
                items.add(new DataSet(table, item + 1, table.next(item), owner));
            }
        }
        return items;
    }

    /** The private creator that reserves its block (PS3.5 section 7.8.1); null where there is none. */
    public String privateCreator() {
        return owner.privateCreator(tag());
    }

    /** All of its text, values delimited by backslashes; null as for {@link Header#text}. */
    public String text() {
        return ValueField.text(table, row, vr(), owner.characterSet());
    }

    /** Every value, typed; empty where there is none, for a sequence, and for bytes and words. */
    public List<Value> values() {
        return ValueField.values(table, row, vr(), owner.characterSet());
    }
}
