package io.lidc.kafka;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ReferenceJson;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.nio.charset.StandardCharsets;

/**
 * One record of the topic. Whatever its value is, it becomes an object with an outcome: one that is no reference is an object that is
 * unavailable, under a location that names the record.
 *
 * @param value as it came; null where the record has none
 */
record ReferenceRecord(String topic, int partition, long offset, String value) {
    /** Longer than any path or key. */
    private static final int MAX_LENGTH = 16_384;

    ObjectReference reference() {
        if (value == null) {
            return bad("a record without a value");
        }
        try {
            ObjectReference reference = ReferenceJson.read(value);
            Location location = reference.location();
            return isStorable(location.uri()) && isStorable(location.version())
                    ? reference
                    : bad("a reference with a location that no source has given");
        } catch (IllegalArgumentException e) {
            return bad("a record that is no reference to an object");
        }
    }

    /** What a database takes as text. */
    private static boolean isStorable(String text) {
        return text.length() <= MAX_LENGTH
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private ObjectReference bad(String message) {
        Location location = new Location(
                KafkaProvider.SCHEME + topic + "/" + partition + "/" + offset,
                value == null ? 0 : value.length(),
                Long.toString(offset));
        return ObjectReference.unavailable(location, new SourceException(SourceError.BAD_REFERENCE, message));
    }
}
