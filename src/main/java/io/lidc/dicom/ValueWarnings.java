package io.lidc.dicom;

import io.lidc.dicom.ReadWarning.Code;
import java.util.List;

/** Finds the irregularities of the values of a data set by decoding all of them. */
final class ValueWarnings {
    private final WarningList found = new WarningList();

    private ValueWarnings() {}

    static List<ReadWarning> of(DataSet dataSet) {
        ValueWarnings warnings = new ValueWarnings();
        warnings.check(dataSet);
        return warnings.found.toList();
    }

    private void check(DataSet dataSet) {
        for (Element element : dataSet) {
            check(element, dataSet.characterSet());
            element.items().forEach(this::check);
        }
    }

    private void check(Element element, CharacterSet characterSet) {
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET && characterSet.misspelled()) {
            warn(Code.CHARACTER_SET_MISSPELLED, element);
        }
        boolean undecodable = false;
        boolean unreadable = false;
        for (Value value : element.values()) {
            undecodable |= value instanceof Value.Text text && text.text().indexOf(CharacterSet.UNDECODABLE) >= 0;
            unreadable |= value instanceof Value.Unreadable;
        }
        if (undecodable) {
            warn(Code.UNDECODABLE_TEXT, element);
        }
        if (unreadable) {
            warn(Code.UNREADABLE_VALUE, element);
        }
    }

    private void warn(Code code, Element element) {
        found.add(code, element.tag(), element.offset());
    }
}
