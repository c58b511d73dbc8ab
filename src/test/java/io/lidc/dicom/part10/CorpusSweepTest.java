package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.source.folder.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every file of the corpus against an independent reading of it. */
class CorpusSweepTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Pattern PADDING = Pattern.compile(" *(^|\\\\|$) *");

    @Test
    void readsEveryAttributeOfTheCorpusAsAnotherReaderDoes() throws IOException {
        assumeThat(CORPUS.resolve("expected.jsonl"))
                .as("skipped: no corpus beside this checkout")
                .exists();
        List<JsonNode> readings = readings();
        SortedSet<String> keywords = new TreeSet<>();
        readings.forEach(reading -> reading.path("values").fieldNames().forEachRemaining(keywords::add));

        List<Difference> unexplained = new ArrayList<>();
        List<ExplainedDifference> met = new ArrayList<>();
        int present = 0;
        int compared = 0;
        for (JsonNode reading : readings) {
            Comparison comparison = compare(reading, keywords);
            present += comparison.present();
            compared += comparison.compared();
            for (Difference difference : comparison.differences()) {
                ExplainedDifference.of(difference).ifPresentOrElse(met::add, () -> unexplained.add(difference));
            }
        }

        System.out.printf(
                "Corpus sweep: %d files, %d attributes compared (%d of them present), %d differences, %d unexplained%n",
                readings.size(), compared, present, met.size() + unexplained.size(), unexplained.size());
        assertThat(unexplained).isEmpty();
        assertThat(met).containsAll(ExplainedDifference.all());
    }

    private static List<JsonNode> readings() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> readings = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS.resolve("expected.jsonl"))) {
            readings.add(json.readTree(line));
        }
        return readings;
    }

    private static Comparison compare(JsonNode reading, SortedSet<String> keywords) throws IOException {
        String file = reading.get("file").asText();
        List<Difference> differences = new ArrayList<>();
        try (ByteSource source = new FileSource(CORPUS.resolve(file))) {
            Header header = new Part10Reader().read(source);
            String syntax = reading.path("transfer_syntax").asText(null);
            if (syntax != null) {
                note(differences, file, "TransferSyntaxUID", syntax, header.transferSyntaxUid());
            }
            for (String keyword : keywords) {
                String expected = reading.path("values").path(keyword).asText(null);
                int tag = DataDictionary.tag(keyword).orElseThrow();
                note(differences, file, keyword, trimmed(expected), trimmed(header.text(tag)));
            }
        } catch (DicomException e) {
            differences.add(new Difference(
                    file, "status", reading.get("status").asText(), e.code().name()));
            return new Comparison(0, 0, differences);
        }
        return new Comparison(reading.path("values").size(), keywords.size(), differences);
    }

    private static void note(List<Difference> differences, String file, String keyword, String expected, String read) {
        if (!Objects.equals(expected, read)) {
            differences.add(new Difference(file, keyword, expected, read));
        }
    }

    /** Without the padding that PS3.5 section 6.2 lets stand at either end of each value; null for nothing. */
    private static String trimmed(String text) {
        String bare = text == null ? "" : PADDING.matcher(text).replaceAll("$1");
        return bare.isEmpty() ? null : bare;
    }

    /**
     * One file in two readings.
     *
     * @param present attributes of the other reading that were compared
     * @param compared attributes compared, those that neither reading has included
     */
    private record Comparison(int present, int compared, List<Difference> differences) {}

    /** One attribute that two readings see differently; null for one that a reading has not. */
    record Difference(String file, String attribute, String expected, String read) {}
}
