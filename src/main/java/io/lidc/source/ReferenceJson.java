package io.lidc.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.model.Location;

/**
 * References as JSON, for processes that share the work: {@code {"location": URI, "size": bytes, "version": text, "hint": text}}.
 * What a listing has read of an object stays behind; whoever takes the reference opens the object by its location.
 */
public final class ReferenceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceJson() {}

    /** The reference on one line. */
    public static String write(ObjectReference object) {
        ObjectNode json = JSON.createObjectNode();
        json.put("location", object.location().uri());
        json.put("size", object.location().size());
        json.put("version", object.location().version());
        if (object.hint() != null) {
            json.put("hint", object.hint());
        }
        return json.toString();
    }

    /** @throws IllegalArgumentException when the text is not a reference */
    public static ObjectReference read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.path("location").isTextual() || !json.path("size").canConvertToLong()) {
                throw new IllegalArgumentException("a reference has location, size and version");
            }
            Location location = new Location(
                    json.path("location").textValue(),
                    json.path("size").longValue(),
                    json.path("version").asText());
            return ObjectReference.at(location, json.path("hint").textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a reference is a JSON object", e);
        }
    }
}
