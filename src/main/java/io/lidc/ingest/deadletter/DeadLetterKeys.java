package io.lidc.ingest.deadletter;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.nio.file.Path;

/** Settings of the records that unreadable objects leave. */
public final class DeadLetterKeys {
    public static final Key<Path> DIRECTORY = Key.directory(
            "dead-letter.directory",
            "outputs/dead-letter",
            "Where the records of unreadable objects are left: one folder a run, one JSON file an object.");
    public static final Key<Boolean> COPY = Key.flag(
            "dead-letter.copy", false, "Whether the bytes of an unreadable object are copied beside its record.");
    public static final Key<String> BUCKET = Key.text(
            "dead-letter.bucket",
            "",
            "the name of a bucket, or nothing",
            bucket -> bucket.isEmpty() || bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
            "Bucket that gets the records too, as dead-letter/RUN/NAME.json, for processes whose disk does not outlive them."
                    + " It is reached as s3.endpoint, s3.region and s3.path-style say. While it is unavailable, chunks with"
                    + " unreadable objects fail.");

    public static final Key<Integer> MAX_RECORDS = Key.wholeNumber(
            "dead-letter.max-records",
            10_000,
            0,
            100_000_000,
            "Records of one run, at most. Further unreadable objects have their rows in the database, and no record.");

    public static final KeyGroup GROUP = KeyGroup.of("Dead letters", DIRECTORY, COPY, BUCKET, MAX_RECORDS);

    private DeadLetterKeys() {}
}
