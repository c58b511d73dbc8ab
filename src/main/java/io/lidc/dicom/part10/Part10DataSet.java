package io.lidc.dicom.part10;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a table that make a data set or an item. */
final class Part10DataSet implements DataSet {
    private final ElementTable table;
    private final int from;
    private final int to;
    private final Part10DataSet parent;

    /** Created on the first look-up. Two threads may both create them: the results are equal. */
    private TagIndex index;

    private CharacterSet characterSet;

    /** @param parent data set of the sequence that this is an item of; null for that of a header */
    Part10DataSet(ElementTable table, int from, int to, Part10DataSet parent) {
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
                Element element = new Part10Element(Part10DataSet.this, table, row);
                row = table.next(row);
                return element;
            }
        };
    }

    @Override
    public Element element(int tag) {
        int row = find(tag);
        return row < 0 ? null : new Part10Element(this, table, row);
    }

    @Override
    public CharacterSet characterSet() {
        CharacterSet known = characterSet;
        if (known == null) {
            int row = find(Tag.SPECIFIC_CHARACTER_SET);
            known = row < 0 && parent != null ? parent.characterSet() : declaredCharacterSet(row);
            characterSet = known;
        }
        return known;
    }

    private CharacterSet declaredCharacterSet(int row) {
        String terms = row < 0 ? null : ValueField.text(table, row, Vr.CS, CharacterSet.DEFAULT);
        return CharacterSet.of(terms, table.fallback);
    }

    /** The first row of a tag; -1 if absent. */
    int find(int tag) {
        TagIndex known = index;
        if (known == null) {
            known = new TagIndex(table, from, to);
            index = known;
        }
        return known.find(tag);
    }

    /** The VR of a row, SS instead of US where Pixel Representation decides (PS3.5 section A.1). */
    Vr vr(int row) {
        Vr vr = table.vr(row);
        return vr == Vr.US && table.vrInferred(row) && isSigned(table.tag(row)) ? Vr.SS : vr;
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

    /** As {@link Element#privateCreator()}. */
    String privateCreator(int tag) {
        int block = tag >>> 8 & 0xFF;
        if ((tag & 0x1_0000) == 0 || block < 0x10) {
            return null;
        }
        int row = find(tag & 0xFFFF_0000 | block);
        return row < 0 ? null : ValueField.text(table, row, Vr.LO, characterSet());
    }
}
