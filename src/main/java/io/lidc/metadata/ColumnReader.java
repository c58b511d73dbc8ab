package io.lidc.metadata;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning.Code;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the values of columns from one header, and notices on the way what cannot be read as it should. */
final class ColumnReader {
    private final Header header;
    private final Deidentification deidentification;
    private Set<Integer> unreadable = Set.of();
    private final Set<Code> irregularTexts = EnumSet.noneOf(Code.class);
    private final CharacterSet characterSet;

    ColumnReader(Header header, Deidentification deidentification) {
        this.header = header;
        this.deidentification = deidentification;
        this.characterSet = header.dataSet().characterSet();
    }

    /** The columns' values, in their order. */
    List<Object> values(List<Column> columns) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i));
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Tags of the attributes whose columns hold no number because their text is none. */
    Set<Integer> unreadable() {
        return unreadable;
    }

    /** Warnings about texts and their character set. */
    Set<Code> irregularTexts() {
        return irregularTexts;
    }

    private Object value(Column column) {
        return column.holdsNumbers() ? number(column) : text(column);
    }

    private Object number(Column column) {
        Object value = column.value(header, deidentification);
        if (value == null && isUnreadable(column.tag())) {
            unreadable = unreadable.isEmpty() ? new TreeSet<>() : unreadable;
            unreadable.add(column.tag());
        }
        return value;
    }

    /** What is odd about a text is noticed whether it is hidden or not: the same object has the same warnings in each mode. */
    private String text(Column column) {
        String text = column.text(header);
        if (text != null) {
            Code irregularity = characterSet.irregularity(text);
            if (irregularity != null) {
                irregularTexts.add(irregularity);
            }
        }
        return column.kept(text, deidentification);
    }

    private boolean isUnreadable(int tag) {
        return !deidentification.hides(tag) && header.text(tag) != null;
    }
}
