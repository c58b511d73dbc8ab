package io.lidc.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a TCIA manifest straight to rows: the sample's series, each with a licence beside its images. */
class TciaIT {
    private static final String UNKNOWN = "1.2.3.4";

    @TempDir
    private Path folder;

    private Home home;
    private NbiaServer nbia;
    private Path sample;
    private Map<String, List<Path>> imagesBySeries;

    @BeforeEach
    void serveTheSample() throws IOException {
        sample = Home.sample(folder);
        imagesBySeries = images();
        nbia = new NbiaServer();
        for (Map.Entry<String, List<Path>> series : imagesBySeries.entrySet()) {
            nbia.series(series.getKey(), series.getValue(), series.getValue().size());
        }
        home = Home.in(folder)
                .set(DownloadKeys.NBIA_ENDPOINT, nbia.endpoint())
                .set(DownloadKeys.ALLOWED_HOSTS, "localhost")
                .set(DownloadKeys.ALLOW_PRIVATE_ADDRESSES, "true")
                .set(DownloadKeys.DIRECTORY, folder.resolve("data").toString());
    }

    @AfterEach
    void stop() {
        nbia.close();
    }

    @Test
    void givesTheSameRowsAsTheFolder() throws IOException, SQLException {
        home.run(
                "ingest",
                sample.resolve("SAMPLE-0001"),
                sample.resolve("SAMPLE-0002"),
                sample.resolve("SAMPLE-0003"),
                sample.resolve("SAMPLE-0004"),
                "--out",
                folder.resolve("folder"));
        ingest(imagesBySeries.keySet());

        assertThat(MetadataRows.in(folder.resolve("out/lidc.db")))
                .hasSizeGreaterThan(210)
                .isEqualTo(MetadataRows.in(folder.resolve("folder/lidc.db")));
    }

    @Test
    void givesEveryFileOfTheZipsItsOutcome() throws IOException {
        assertThat(ingest(imagesBySeries.keySet()).out())
                .containsPattern("STORED +210\\n")
                .containsPattern("NOT_DICOM +" + imagesBySeries.size() + "\\n")
                .containsPattern("discovered +" + (210 + imagesBySeries.size()) + "  balanced");
    }

    @Test
    void fetchesNothingTwice() throws IOException {
        ingest(imagesBySeries.keySet());
        int requests = nbia.requests();
        ingest(imagesBySeries.keySet());

        assertThat(nbia.requests()).isEqualTo(requests);
    }

    @Test
    void readsNothingTwice() throws IOException, SQLException {
        ingest(imagesBySeries.keySet());
        ingest(imagesBySeries.keySet());

        assertThat(rows("select discovered - unchanged, bytes_read from run where stored = 0"))
                .containsExactly("0|0");
    }

    @Test
    void saysWhichSeriesLacksImages() throws IOException {
        String uid = lackAnImage();

        assertThat(ingest(List.of(uid)).err())
                .contains(
                        "lidc: failed " + nbia.endpoint() + "/getImage?SeriesInstanceUID=" + uid + ": the zip holds ");
    }

    @Test
    void countsASeriesThatLacksImagesAsAFailure() throws IOException, SQLException {
        String uid = lackAnImage();
        ingest(List.of(uid));

        assertThat(rows("select error_code, source_uri from set_aside"))
                .containsExactly("NOT_DOWNLOADED|" + nbia.endpoint() + "/getImage?SeriesInstanceUID=" + uid);
    }

    @Test
    void countsASeriesThatIsNotToBeHadInEachRun() throws IOException, SQLException {
        ingest(List.of(UNKNOWN));
        ingest(List.of(UNKNOWN));

        assertThat(rows("select failed from run")).containsExactly("1", "1");
    }

    /** By the folder that each series has in the sample, which bears its UID. */
    private Map<String, List<Path>> images() throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.filter(file -> sample.relativize(file).getNameCount() == 4)
                    .sorted()
                    .collect(Collectors.groupingBy(
                            file -> file.getParent().getFileName().toString(), TreeMap::new, Collectors.toList()));
        }
    }

    private String lackAnImage() throws IOException {
        String uid = imagesBySeries.keySet().iterator().next();
        List<Path> images = imagesBySeries.get(uid);
        nbia.series(uid, images.subList(1, images.size()), images.size());
        return uid;
    }

    private Home.Result ingest(Iterable<String> series) throws IOException {
        Path manifest = Files.writeString(
                folder.resolve("manifest.tcia"),
                "downloadServerUrl=https://nbia.cancerimagingarchive.net/nbia-download/servlet/DownloadServlet\n"
                        + "includeAnnotation=true\nnoOfrRetry=4\ndatabasketId=manifest-1.tcia\nmanifestVersion=3.0\n"
                        + "ListOfSeriesToDownload=\n" + String.join("\n", series) + "\n");
        return home.run("ingest", manifest, "--out", folder.resolve("out"));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }
}
