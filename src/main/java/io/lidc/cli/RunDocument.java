package io.lidc.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.lidc.model.Outcome;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.source.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to, as JSON.
 *
 * @param sources their URIs
 * @param startedAt ISO 8601 in UTC, like {@code finishedAt}
 * @param outcomes how many objects ended as which, each outcome once
 * @param knownFailures of the unchanged, those that could not be read by an earlier run
 * @param bytesRead from the sources
 * @param missing keywords of note, and how many stored instances lack each
 * @param warnings codes, and how many stored instances carry each
 * @param database the path of a file, or the JDBC URL of a server
 * @param deadLetters a folder
 * @param manifest a file; null where it could not be written
 */
@JsonPropertyOrder({
    "run",
    "state",
    "sources",
    "startedAt",
    "finishedAt",
    "seconds",
    "discovered",
    "outcomes",
    "knownFailures",
    "overThreshold",
    "bytesRead",
    "missing",
    "warnings",
    "database",
    "deadLetters",
    "manifest"
})
record RunDocument(
        String run,
        RunState state,
        List<String> sources,
        String startedAt,
        String finishedAt,
        double seconds,
        long discovered,
        Map<Outcome, Long> outcomes,
        long knownFailures,
        boolean overThreshold,
        long bytesRead,
        Map<String, Long> missing,
        Map<String, Long> warnings,
        String database,
        String deadLetters,
        String manifest) {

    static RunDocument of(RunReport report) {
        RunSummary summary = report.summary();
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, summary.totals().count(outcome));
        }
        return new RunDocument(
                summary.runId(),
                summary.state(),
                report.run().sources().stream().map(Source::uri).toList(),
                summary.startedAt().toString(),
                summary.finishedAt().toString(),
                summary.duration().toMillis() / 1e3,
                summary.discovered(),
                outcomes,
                report.run().knownFailures(),
                summary.overThreshold(),
                summary.totals().bytesRead(),
                summary.totals().missing(),
                summary.totals().warnings(),
                report.database(),
                report.deadLetters().toString(),
                report.manifest() == null ? null : report.manifest().toString());
    }
}
