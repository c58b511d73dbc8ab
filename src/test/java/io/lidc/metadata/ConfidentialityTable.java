package io.lidc.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Vr;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Set;

/** PS3.15 table E.1-1 as the resource has it, read without a glance at the code that reads it otherwise. */
final class ConfidentialityTable {

    /**
     * A row.
     *
     * @param tag with x for any digit
     * @param action of the Basic Profile
     * @param options as {@code RtnUIDs=K}
     */
    record Row(String tag, String keyword, String action, Set<String> options) {

        /** An attribute that the row is of. */
        int attribute() {
            return Integer.parseUnsignedInt(tag.replace("xxxxxx", "023000").replace("xx", "02"), 16);
        }

        /** What an option that is applied keeps, and age, sex, size and weight. */
        boolean isRetained() {
            return options.contains("RtnUIDs=K")
                    || options.contains("RtnDevId=K")
                    || options.contains("RtnLongFullDates=K")
                    || Set.of("PatientAge", "PatientSex", "PatientSize", "PatientWeight")
                            .contains(keyword);
        }

        /** Whether a header tells of it: commands and file meta information stand elsewhere, padding is after the pixel data. */
        boolean isOfADataSet() {
            return attribute() >>> 16 > 2 && attribute() != 0xFFFC_FFFC;
        }

        /** Whether its value field holds characters and it is no date, time or number. */
        boolean isText() {
            Vr vr = DataDictionary.vr(attribute());
            return vr.isText()
                    && !Set.of(Vr.AS, Vr.DA, Vr.DS, Vr.DT, Vr.IS, Vr.TM).contains(vr);
        }

        @Override
        public String toString() {
            return tag + " " + keyword + " " + action + " " + String.join(" ", options);
        }
    }

    private ConfidentialityTable() {}

    static List<Row> rows() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                ConfidentialityTable.class.getResourceAsStream("confidentiality.txt"), US_ASCII))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Row(row[0], row[1], row[2], Set.of(row[3].split(" "))))
                    .toList();
        }
    }
}
