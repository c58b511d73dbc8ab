package io.lidc.status;

import io.lidc.health.Health;
import java.util.List;
import java.util.Map;

/**
 * How the service does, as {@code /status.json} has it: times in ISO 8601 and UTC, no location and nothing of a patient.
 *
 * @param version of the program
 * @param startedAt when this process started to serve
 * @param now when the document was made
 * @param health whether it can take objects in, and what keeps it from that
 * @param throughput objects of each of the last seconds, the oldest first
 * @param outcomes objects that this process has committed, by outcome
 * @param failures the unreadable ones among them, by error code
 * @param sources what it takes objects from
 * @param reportWrittenAt when the report was last written; null where there is none
 * @param database what the database tells; null while it does not answer
 */
public record StatusDocument(
        String version,
        String startedAt,
        String now,
        Health health,
        List<Long> throughput,
        Map<String, Long> outcomes,
        Map<String, Long> failures,
        List<SourceState> sources,
        String reportWrittenAt,
        DatabaseState database) {

    /**
     * A source, under the id of its route.
     *
     * @param up whether its last poll reached its end; null for one that is not polled
     * @param polling whether it is being read now
     * @param readAt when a poll last reached its end; null where none has
     * @param failedAt when a poll last failed; null where none has
     * @param objects that this process has committed from it
     * @param failed the unreadable ones among them
     * @param waiting objects that wait in it; null where objects stay in their place
     */
    public record SourceState(
            String name,
            Boolean up,
            boolean polling,
            String readAt,
            String failedAt,
            long objects,
            long failed,
            Long waiting) {}

    /** The last runs, what was last found unreadable, and alerts that are open. */
    public record DatabaseState(List<Run> runs, List<Failure> failed, List<OpenAlert> alerts) {}

    /** A run as the database has it. */
    public record Run(
            String run, String state, String startedAt, String finishedAt, long discovered, long stored, long failed) {}

    /**
     * An unreadable object.
     *
     * @param name of its dead-letter record
     * @param offset in bytes; null where it is about no place in the object
     */
    public record Failure(String name, String code, Long offset, String message, String run, String at) {}

    /** An alert that nobody has to open again. */
    public record OpenAlert(String condition, String subject, String severity, String openedAt, String summary) {}
}
