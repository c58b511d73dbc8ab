package io.lidc.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.lidc.model.Outcome;
import io.lidc.model.RunSummary;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run came to, with what, and what the database held after it.
 *
 * @param format of this document: 1
 * @param startedAt ISO 8601 in UTC, like {@code finishedAt}
 * @param outcomes how many objects ended as which, each outcome once
 * @param bytesRead from the sources
 * @param configurationSha256 of the settings in force without secrets and of config/attributes.yaml
 */
@JsonPropertyOrder({
    "format",
    "run",
    "state",
    "startedAt",
    "finishedAt",
    "seconds",
    "discovered",
    "outcomes",
    "bytesRead",
    "objectsPerSecond",
    "versions",
    "configurationSha256",
    "held"
})
record RunManifest(
        int format,
        String run,
        String state,
        String startedAt,
        String finishedAt,
        double seconds,
        long discovered,
        Map<Outcome, Long> outcomes,
        long bytesRead,
        long objectsPerSecond,
        Versions versions,
        String configurationSha256,
        Held held) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * What the run was worked through with.
     *
     * @param program of this program; null where it does not run from its jar
     * @param schema of the database
     */
    @JsonPropertyOrder({"program", "java", "schema"})
    record Versions(String program, String java, String schema) {}

    /**
     * What the database held after the run, of all runs.
     *
     * @param sha256 see {@link Holdings}
     * @param list file beside this one with the lines that the digest is of, compressed by gzip
     * @param storedByAllRuns how many instances all runs had stored by then; as long as it stays the same, so do the holdings
     */
    @JsonPropertyOrder({"instances", "sha256", "list", "storedByAllRuns"})
    record Held(long instances, String sha256, String list, long storedByAllRuns) {

        boolean isOf(Holdings holdings) {
            return instances == holdings.instances() && sha256.equals(holdings.sha256());
        }
    }

    static RunManifest of(RunSummary summary, Versions versions, String configurationSha256, Held held) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, summary.totals().count(outcome));
        }
        double seconds = summary.duration().toMillis() / 1e3;
        return new RunManifest(
                FORMAT,
                summary.runId(),
                summary.state().name(),
                summary.startedAt().toString(),
                summary.finishedAt().toString(),
                seconds,
                summary.discovered(),
                outcomes,
                summary.totals().bytesRead(),
                Math.round(summary.totals().accounted() / Math.max(seconds, 1e-3)),
                versions,
                configurationSha256,
                held);
    }

    /** @throws IOException when the text is none, or of a later format */
    static RunManifest parse(byte[] json) throws IOException {
        RunManifest manifest = JSON.readValue(json, RunManifest.class);
        if (manifest.format != FORMAT || manifest.held == null || manifest.held.sha256 == null) {
            throw new IOException("no manifest of format " + FORMAT);
        }
        return manifest;
    }

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }
}
