package io.lidc.report;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a CSV file holds, read by another than who wrote it. */
final class CsvRows {
    private CsvRows() {}

    /** The rows behind the header, values joined by bars. */
    static List<String> of(Path file) throws IOException {
        List<String> lines = all(file);
        return lines.subList(1, lines.size());
    }

    static List<String> header(Path file) throws IOException {
        return List.of(all(file).get(0).split("\\|"));
    }

    private static List<String> all(Path file) throws IOException {
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(file.toFile())) {
            return rows.readAll().stream().map(row -> String.join("|", row)).toList();
        }
    }
}
