package io.lidc.download.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A manifest in CSV with a header (RFC 4180). */
final class CsvManifest implements ManifestReader {
    private static final CsvMapper CSV = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Lines.MAX_CHARACTERS)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<Map<String, String>> rows;

    CsvManifest(Reader text) throws IOException {
        rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text);
    }

    @Override
    public ManifestEntry next() throws IOException {
        try {
            return entry();
        } catch (JsonProcessingException e) {
            throw Manifest.invalid(e, rows.getParser().currentLocation());
        }
    }

    private ManifestEntry entry() throws IOException {
        if (!rows.hasNextValue()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        rows.nextValue().forEach((key, value) -> fields.put(key.strip().toLowerCase(Locale.ROOT), value));
        return new ManifestEntry(fields);
    }
}
