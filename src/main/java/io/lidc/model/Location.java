package io.lidc.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where an object lies, and which state of it.
 *
 * @param uri names the object for good: {@code file:///archive/a.dcm}, {@code s3://bucket/key}
 * @param size in bytes; {@link #UNKNOWN_SIZE} where the source cannot tell
 * @param version changes whenever the object changes: time of modification, ETag
 */
public record Location(String uri, long size, String version) {
    /** The size of what its source cannot tell the size of. */
    public static final long UNKNOWN_SIZE = -1;

    /** The same place in no state that a source lists: a failure that tells nothing of the object stands under this one. */
    public Location inNoState() {
        return new Location(uri, UNKNOWN_SIZE, "unread");
    }

    /** The name of its dead letter: the same each time, and without a word of the location. */
    public String deadLetterName() {
        return UUID.nameUUIDFromBytes(uri.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
