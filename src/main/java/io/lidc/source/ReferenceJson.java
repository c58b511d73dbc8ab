package io.lidc.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.model.Location;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * References as JSON, for processes that share the work: {@code {"location": URI, "size": bytes, "version": text, "hint": text}}, of an
 * object that is known to be unavailable also {@code "error": code, "reason": text, "transient": boolean}. What a listing has read of an
 * object stays behind; whoever takes the reference opens the object by its location.
 */
public final class ReferenceJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final int MAX_REASON_LENGTH = 1_000;

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
        if (object.content() instanceof ObjectReference.Unavailable unavailable
                && unavailable.reason() instanceof SourceException reason) {
            json.put("error", reason.code());
            json.put("reason", reason.getMessage());
            json.put("transient", reason.isTransient());
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
            if (json.path("error").isTextual()) {
                return ObjectReference.unavailable(location, reason(json));
            }
            return ObjectReference.at(location, json.path("hint").textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a reference is a JSON object", e);
        }
    }

    /** What a database would refuse would stop all that is delivered after it. */
    private static SourceException reason(JsonNode json) {
        String code = json.path("error").textValue();
        String words = json.path("reason").asText();
        boolean isText = words.length() <= MAX_REASON_LENGTH
                && words.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(words);
        if (!isText || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an error has a code and a reason");
        }
        return SourceException.told(code, words, json.path("transient").booleanValue());
    }
}
