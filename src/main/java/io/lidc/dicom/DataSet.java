package io.lidc.dicom;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The data elements of a header or of one item of a sequence, in the order in which they are encoded. Immutable. */
public final class DataSet implements Iterable<Element> {
    private final Table table;
    private final int from;
    private final int to;
    private final DataSet parent;

    /** Made when first asked for. Two threads may both make them: they make the same. */
    private TagIndex index;

    private CharacterSet characterSet;

    /** @param parent data set of the sequence that this is an item of; null for a header's own */
    DataSet(Table table, int from, int to, DataSet parent) {
        this.table = table;
        this.from = from;
        this.to = to;
        this.parent = parent;
    }

    @Override
    public Iterator<Element> iterator() {
        return new Iterator<>() {
            private int row = from;

            @Override
            public boolean hasNext() {
                return row < to;
            }

            @Override
            public Element next() {
                if (row >= to) {
                    throw new NoSuchElementException();
                }
                Element element = new Element(DataSet.this, table, row);
                row = table.next(row);
                return element;
            }
        };
    }

    /** The first element of a tag, 0xggggeeee; null where there is none. */
    public Element element(int tag) {
        int row = find(tag);
        return row < 0 ? null : new Element(this, table, row);
    }

    /** The character set of its text: its own, else that of the data set around it (PS3.5 section 6.1.2.3). */
    public CharacterSet characterSet() {
        CharacterSet known = characterSet;
        if (known == null) {
            int row = find(Tag.SPECIFIC_CHARACTER_SET);
            known = row >= 0
                    ? CharacterSet.of(ValueField.text(table, row, Vr.CS, CharacterSet.DEFAULT))
                    : parent == null ? CharacterSet.DEFAULT : parent.characterSet();
            characterSet = known;
        }
        return known;
    }

    /** The first row of a tag; -1 where there is none. */
    int find(int tag) {
        TagIndex known = index;
        if (known == null) {
            known = new TagIndex(table, from, to);
            index = known;
        }
        return known.find(tag);
    }

    /** The VR of a row, SS for US where Pixel Representation decides (PS3.5 section A.1). */
    Vr vr(int row) {
        Vr vr = table.vr(row);
        return vr == Vr.US && table.vrConcluded(row) && isSigned(table.tag(row)) ? Vr.SS : vr;
    }

    private boolean isSigned(int tag) {
        return DataDictionary.signedByPixelRepresentation(tag) && signedPixels();
    }

    private boolean signedPixels() {
        int row = find(Tag.PIXEL_REPRESENTATION);
        if (row < 0) {
            return parent != null && parent.signedPixels();
        }
        return ValueField.decimal(table, row, Vr.US, 0) == 1;
    }

    String privateCreator(int tag) {
        int block = tag >>> 8 & 0xFF;
        if ((tag & 0x1_0000) == 0 || block < 0x10) {
            return null;
        }
        int row = find(tag & 0xFFFF_0000 | block);
        return row < 0 ? null : ValueField.text(table, row, Vr.LO, characterSet());
    }
}
