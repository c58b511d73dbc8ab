package io.lidc.download.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A list of URLs: text with one URL a line and comments after #; CSV with a header; or JSON, an array of URLs or objects,
 * which may also be the value of "files". Columns and keys: url, and optionally size, name and one of checksum, md5, sha1,
 * sha256, sha384, sha512.
 */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private Manifest() {}

    /**
     * @return the fields of each entry by lower-case key
     * @throws RefusedException when it is not a manifest
     */
    static List<Map<String, String>> entries(String text) throws RefusedException {
        String content = text.strip();
        try {
            if (content.startsWith("[") || content.startsWith("{")) {
                return fromJson(JSON.readTree(content));
            }
            String header = content.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
            return List.of(header.replace("\"", "").split("\\s*,\\s*")).contains("url")
                    ? fromCsv(content)
                    : fromLines(content);
        } catch (JsonProcessingException e) {
            throw new RefusedException(
                    "the manifest cannot be read: line " + e.getLocation().getLineNr() + " is wrong");
        } catch (IOException e) {
            throw new RefusedException("the manifest cannot be read: " + e.getMessage());
        }
    }

    private static List<Map<String, String>> fromLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> Map.of("url", line))
                .toList();
    }

    private static List<Map<String, String>> fromCsv(String text) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            while (rows.hasNextValue()) {
                Map<String, String> entry = new LinkedHashMap<>();
                rows.nextValue().forEach((key, value) -> entry.put(key.strip().toLowerCase(Locale.ROOT), value));
                entries.add(entry);
            }
        }
        return entries;
    }

    private static List<Map<String, String>> fromJson(JsonNode root) throws RefusedException {
        JsonNode list = root.isObject() ? root.path("files") : root;
        if (!list.isArray()) {
            throw new RefusedException("the manifest is JSON without an array of files");
        }
        List<Map<String, String>> entries = new ArrayList<>();
        for (JsonNode node : list) {
            Map<String, String> entry = new LinkedHashMap<>();
            if (node.isObject()) {
                node.properties()
                        .forEach(field -> entry.put(
                                field.getKey().toLowerCase(Locale.ROOT),
                                field.getValue().asText()));
            } else {
                entry.put("url", node.asText());
            }
            entries.add(entry);
        }
        return entries;
    }
}
