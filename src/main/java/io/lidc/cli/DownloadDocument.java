package io.lidc.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.lidc.download.Download;
import io.lidc.download.DownloadedFile.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a download came to, as JSON.
 *
 * @param outcomes how many files ended as which, each outcome once
 * @param bytes fetched
 * @param missing the files that are not in their place
 */
@JsonPropertyOrder({"folder", "listed", "outcomes", "bytes", "missing"})
record DownloadDocument(
        String folder, long listed, Map<Outcome, Long> outcomes, long bytes, List<MissingFile> missing) {

    /** A file that is not in its place, and why. */
    @JsonPropertyOrder({"uri", "outcome", "reason"})
    record MissingFile(String uri, Outcome outcome, String reason) {}

    static DownloadDocument of(Download download, Path folder) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, download.count(outcome));
        }
        List<MissingFile> missing = download.files().stream()
                .filter(file -> file.path() == null)
                .map(file -> new MissingFile(file.uri(), file.outcome(), file.reason()))
                .toList();
        return new DownloadDocument(folder.toString(), download.listed(), outcomes, download.bytes(), missing);
    }
}
