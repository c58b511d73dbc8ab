package io.lidc.source;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a source is polled, beyond the URI that names it. Each source heeds what applies to it.
 *
 * @param afterCommit what becomes of a file whose outcome is in the database
 * @param quietPeriod how long a file must not have changed before it is taken: it may still be being written
 * @param deadLetters folder for files that cannot be read, unless they stay where they are
 * @param visibilityTimeout how long a received message is hidden from other receivers of its queue
 */
public record SourceOptions(
        AfterCommit afterCommit, Duration quietPeriod, Path deadLetters, Duration visibilityTimeout) {

    /** Everything is read in place and stays as it is. */
    public static final SourceOptions DEFAULT =
            new SourceOptions(AfterCommit.LEAVE, Duration.ZERO, null, Duration.ofMinutes(5));

    /** What becomes of a file whose outcome is in the database. */
    public enum AfterCommit {
        /** It goes to the folder {@code .done} in the polled folder. */
        MOVE,
        /** It is deleted. */
        DELETE,
        /** It stays; the next poll finds it UNCHANGED. */
        LEAVE
    }

    /** These options for a folder that files leave once they are stored. */
    public SourceOptions forFiles(AfterCommit wanted, Duration quiet, Path unreadable) {
        return new SourceOptions(wanted, quiet, unreadable, visibilityTimeout);
    }

    /** These options for a queue. */
    public SourceOptions hidingMessagesFor(Duration timeout) {
        return new SourceOptions(afterCommit, quietPeriod, deadLetters, timeout);
    }
}
