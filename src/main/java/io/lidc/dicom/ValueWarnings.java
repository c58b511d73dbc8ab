package io.lidc.dicom;

import io.lidc.dicom.ReadWarning.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        Set<Code> codes = EnumSet.noneOf(Code.class);
        for (Value value : element.values()) {
            Code code = value instanceof Value.Text text ? characterSet.irregularity(text.text()) : null;
            if (code != null) {
                codes.add(code);
            } else if (value instanceof Value.Unreadable) {
                codes.add(Code.UNREADABLE_VALUE);
            }
        }
        codes.forEach(code -> warn(code, element));
    }

    private void warn(Code code, Element element) {
        found.add(code, element.tag(), element.offset());
    }
}
