package io.lidc.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the column {@code extra} of an instance holds: a data set in the DICOM JSON Model (PS3.18 annex F). */
public final class StoredExtra {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String text;
    private final ObjectNode attributes;

    private StoredExtra(String text, ObjectNode attributes) {
        this.text = text;
        this.attributes = attributes;
    }

    /** @throws IllegalArgumentException when the text is no JSON object; its cause is left out, as it may repeat values */
    public static StoredExtra of(String json) {
        if (json == null) {
            return new StoredExtra(null, JSON.createObjectNode());
        }
        try {
            if (JSON.readTree(json) instanceof ObjectNode attributes) {
                return new StoredExtra(json, attributes);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("extra is no JSON");
        }
        throw new IllegalArgumentException("extra is no JSON object");
    }

    /** The tags of its attributes, eight hexadecimal digits each. */
    public Set<String> tags() {
        Set<String> tags = new HashSet<>();
        attributes.fieldNames().forEachRemaining(tags::add);
        return tags;
    }

    /** Its text with what another one has beside it, and the other's value where both have one; null for nothing. */
    public String completedBy(StoredExtra other) {
        if (other.tags().containsAll(tags())) {
            return other.text;
        }
        Map<String, JsonNode> merged = new TreeMap<>();
        attributes.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        other.attributes.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        ObjectNode completed = JSON.createObjectNode();
        merged.forEach(completed::set);
        return completed.toString();
    }
}
