package io.lidc.download.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A manifest in JSON: an array of URLs or objects, which may also be the value of "files". */
final class JsonManifest implements ManifestReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(Lines.MAX_CHARACTERS)
                    .build())
            .build();

    private final JsonParser json;

    JsonManifest(Reader text) throws IOException {
        json = JSON.createParser(text);
        try {
            if (!isAtArray()) {
                throw new RefusedException("it is JSON without an array of files");
            }
        } catch (JsonProcessingException e) {
            throw Manifest.invalid(e, json.currentLocation());
        }
    }

    /** Moves to the start of the array. */
    private boolean isAtArray() throws IOException {
        if (json.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean files = json.currentName().equals("files");
            if (json.nextToken() == JsonToken.START_ARRAY && files) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    @Override
    public ManifestEntry next() throws IOException {
        try {
            return entry();
        } catch (JsonProcessingException e) {
            throw Manifest.invalid(e, json.currentLocation());
        }
    }

    private ManifestEntry entry() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new RefusedException("the array of files has no end");
        }
        switch (token) {
            case END_ARRAY:
                return null;
            case VALUE_STRING:
                return ManifestEntry.ofUrl(json.getText());
            case START_OBJECT:
                return object();
            default:
                json.skipChildren();
                return ManifestEntry.INVALID;
        }
    }

    private ManifestEntry object() throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = json.nextToken();
            if (value == null || value.isStructStart()) {
                fields.put(key, null);
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(key, json.getText());
            }
        }
        return new ManifestEntry(fields);
    }
}
