package io.lidc.dicom.part10;

import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row of a table. Decodes on request, each time anew. */
final class Part10Element implements Element {
    private final Part10DataSet owner;
    private final ElementTable table;
    private final int row;

    Part10Element(Part10DataSet owner, ElementTable table, int row) {
        this.owner = owner;
        this.table = table;
        this.row = row;
    }

    @Override
    public int tag() {
        return table.tag(row);
    }

    @Override
    public Vr vr() {
        return owner.vr(row);
    }

    @Override
    public long length() {
        return table.length(row);
    }

    @Override
    public long offset() {
        return table.offset(row);
    }

    @Override
    public boolean skipped() {
        return table.skipped(row);
    }

    @Override
    public boolean bigEndian() {
        return table.big(row);
    }

    @Override
    public byte[] bytes() {
        int start = table.start(row);
        int held = table.held(row);
        return held == 0 ? new byte[0] : Arrays.copyOfRange(table.bytes, start, start + held);
    }

    @Override
    public List<DataSet> items() {
        List<DataSet> items = new ArrayList<>();
        if (table.container(row)) {
            for (int item = row + 1; item < table.next(row); item = table.next(item)) {
                items.add(new Part10DataSet(table, item + 1, table.next(item), owner));
            }
        }
        return items;
    }

    @Override
    public String privateCreator() {
        return owner.privateCreator(tag());
    }

    @Override
    public String text() {
        return ValueField.text(table, row, vr(), owner.characterSet());
    }

    @Override
    public List<Value> values() {
        return ValueField.values(table, row, vr(), owner.characterSet());
    }
}
