package io.lidc.source.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.metadata.Column;
import io.lidc.metadata.Description;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of patient, study or series, and what it lets an instance have said. Each of its values is of the instance with the least SOP
 * Instance UID that has one, see {@link Description}: an instance after that one may have said the same without changing the row, one
 * before it has not.
 *
 * @param key of the row
 * @param parent the key of what it belongs to; empty for a patient
 * @param describedBy the least SOP Instance UID of all its instances
 * @param parentSource the instance that names the parent
 * @param sources the instance of each value
 */
record DescribedEntity(
        List<String> key,
        List<String> parent,
        List<Object> values,
        String describedBy,
        String parentSource,
        List<String> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

    /** @throws IllegalArgumentException when {@code value_sources} is no JSON object */
    static DescribedEntity of(ParquetRow row, List<String> key, List<String> parent, List<Column> attributes) {
        String describedBy = row.textOrEmpty("described_by");
        Map<String, String> others = others(row.text("value_sources"));
        List<String> sources = new ArrayList<>(attributes.size());
        for (Column column : attributes) {
            sources.add(others.getOrDefault(column.name(), describedBy));
        }
        return new DescribedEntity(
                key.stream().map(row::textOrEmpty).toList(),
                parent.stream().map(row::textOrEmpty).toList(),
                row.attributes(attributes),
                describedBy,
                parent.isEmpty() ? describedBy : others.getOrDefault(parent.get(0), describedBy),
                sources);
    }

    private static Map<String, String> others(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, SOURCES);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("value_sources is no JSON object", e);
        }
    }

    /** Whether an instance may be one of its own. */
    boolean mayHave(String sopInstanceUid) {
        return sopInstanceUid.compareTo(describedBy) >= 0;
    }

    /** Whether an instance may have named the parent. */
    boolean parentIsOf(String sopInstanceUid) {
        return sopInstanceUid.compareTo(parentSource) >= 0;
    }

    /** What an instance may have said of the attributes. */
    List<Object> saidBy(String sopInstanceUid) {
        List<Object> said = null;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null && sopInstanceUid.compareTo(sources.get(i)) < 0) {
                said = said == null ? new ArrayList<>(values) : said;
                said.set(i, null);
            }
        }
        return said == null ? values : said;
    }

    /** The instances that are known to be its own. */
    Collection<String> named() {
        Set<String> named = new HashSet<>(sources);
        named.add(describedBy);
        named.add(parentSource);
        return named;
    }
}
