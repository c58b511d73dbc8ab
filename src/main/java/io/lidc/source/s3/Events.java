package io.lidc.source.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bucket's notification says was created: as S3 sends it itself (event message structure 2.x), through SNS, or
 * through EventBridge. Other events than the creation of an object say nothing here.
 */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** @throws SourceException for what is no such notification */
    static List<S3Object> created(String message) throws SourceException {
        try {
            JsonNode event = JSON.readTree(message);
            if (event.path("Type").asText().equals("Notification")) {
                event = JSON.readTree(event.path("Message").asText());
            }
            if (event.has("Records")) {
                return ofRecords(event.path("Records"));
            }
            if (event.has("detail-type")) {
                return ofEventBridge(event);
            }
            if (event.path("Event").asText().equals("s3:TestEvent")) {
                return List.of();
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SourceException(SourceError.BAD_EVENT, "a message that is no notification of a bucket", e);
        }
        throw new SourceException(SourceError.BAD_EVENT, "a message that is no notification of a bucket");
    }

    private static List<S3Object> ofRecords(JsonNode records) throws SourceException {
        List<S3Object> created = new ArrayList<>();
        for (JsonNode record : records) {
            if (record.path("eventName").asText().startsWith("ObjectCreated")) {
                JsonNode s3 = record.path("s3");
                String key = URLDecoder.decode(text(s3.path("object"), "key"), StandardCharsets.UTF_8);
                created.add(object(s3, key, "eTag", record.path("eventTime").asText()));
            }
        }
        return created;
    }

    private static List<S3Object> ofEventBridge(JsonNode event) throws SourceException {
        JsonNode detail = event.path("detail");
        return event.path("detail-type").asText().equals("Object Created")
                ? List.of(object(
                        detail,
                        text(detail.path("object"), "key"),
                        "etag",
                        event.path("time").asText()))
                : List.of();
    }

    private static S3Object object(JsonNode event, String key, String etag, String time) throws SourceException {
        JsonNode object = event.path("object");
        return new S3Object(
                text(event.path("bucket"), "name"),
                key,
                object.path("size").asLong(),
                S3Object.bare(object.path(etag).asText()),
                time);
    }

    private static String text(JsonNode node, String field) throws SourceException {
        if (!node.hasNonNull(field)) {
            throw new SourceException(SourceError.BAD_EVENT, "a notification without " + field);
        }
        return node.path(field).asText();
    }
}
