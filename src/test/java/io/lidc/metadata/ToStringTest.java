package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Tag;
import io.lidc.json.ExplicitObject;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records end up in logs and messages: by {@code log: "${body}"}, or as an expression that fails. */
class ToStringTest {

    @Test
    void noRecordPrintsAValue() throws Exception {
        List<String> printed = new ArrayList<>();
        for (Record printing : records(read())) {
            printed.add(printing.toString());
        }
        assertThat(printed).hasSizeGreaterThan(5).noneMatch(text -> text.contains("MARKER"));
    }

    @Test
    void recordsPrintTheirUids() throws Exception {
        assertThat(read().toString()).contains("2.25.1", "2.25.2", "2.25.3");
    }

    private static Extraction read() throws Exception {
        TreeSet<Integer> tags = new TreeSet<>(List.of(Tag.PATIENT_ID, Tag.ISSUER_OF_PATIENT_ID));
        Stream.of(Columns.PATIENT, Columns.STUDY, Columns.SERIES, Columns.INSTANCE)
                .flatMap(List::stream)
                .forEach(column -> tags.add(column.tag()));
        ExplicitObject object = new ExplicitObject()
                .with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1")
                .with(Tag.STUDY_INSTANCE_UID, "UI", "2.25.2")
                .with(Tag.SERIES_INSTANCE_UID, "UI", "2.25.3");
        for (int tag : tags) {
            object.with(tag, DataDictionary.vr(tag).name(), "MARKER" + Integer.toHexString(tag));
        }
        return new Extraction.Read(
                new Location("file:///a.dcm", 1, "1"), Mapped.map("['*']", Deidentification.keep(), object), 1);
    }

    private static List<Record> records(Object value) throws ReflectiveOperationException {
        List<Record> records = new ArrayList<>();
        if (value instanceof Record printing) {
            records.add(printing);
            for (RecordComponent component : printing.getClass().getRecordComponents()) {
                records.addAll(records(component.getAccessor().invoke(printing)));
            }
        }
        return records;
    }
}
