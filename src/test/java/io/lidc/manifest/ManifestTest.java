package io.lidc.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.config.Settings;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.manifest.Difference.Kind;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ManifestTest {
    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private Home home;

    @BeforeEach
    void open() throws SQLException, IOException {
        dataSource = database.open(folder);
        home = Home.in(folder)
                .set(ManifestKeys.DIRECTORY, folder.resolve("runs").toString());
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void hasTheDigestOfTheSortedLines() throws Exception {
        JsonNode manifest = read(write(ingest()));

        String lines = String.join(
                "\n",
                new TreeSet<>(Rows.of(dataSource, "select sop_instance_uid || ' ' || header_digest from instance")));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest((lines + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.at("/held/sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(manifest.at("/held/instances").asInt()).isEqualTo(210);
    }

    @Test
    void hasTheTotalsOfTheRun() throws Exception {
        JsonNode manifest = read(write(ingest()));

        assertThat(manifest.at("/outcomes/STORED").asInt()).isEqualTo(210);
        assertThat(manifest.get("discovered").asInt())
                .isEqualTo(Integer.parseInt(
                        Rows.of(dataSource, "select discovered from run").get(0)));
    }

    @Test
    void namesTheVersionOfTheSchema() throws Exception {
        assertThat(read(write(ingest())).at("/versions/schema").asText())
                .isEqualTo(Rows.of(
                                dataSource,
                                "select version from flyway_schema_history order by installed_rank desc limit 1")
                        .get(0));
    }

    @Test
    void tellsAnotherConfigurationApart() throws Exception {
        String before = read(write(ingest())).get("configurationSha256").asText();
        home.set(IngestKeys.CHUNK_SIZE, "7");

        assertThat(read(write(ingest())).get("configurationSha256").asText()).isNotEqualTo(before);
    }

    @Test
    void isEqualToADatabaseOfTheSameObjects() throws Exception {
        Path manifest = write(ingest());

        assertThat(check(manifest, folder.resolve("sample")).equal()).isTrue();
    }

    @Test
    void namesTheInstanceOfWhoseHeaderOneByteIsAnother() throws Exception {
        Path manifest = write(ingest());
        Path sample = folder.resolve("sample");
        Path changed = file(sample);
        String uid = uid(changed);
        replace(changed, "CHEST ROUTINE", "CHEST ROUTINF");

        ManifestCheck.Result result = check(manifest, sample);

        assertThat(result.equal()).isFalse();
        assertThat(result.listed())
                .containsExactly(
                        new Difference(Kind.OTHER_HEADER, uid, changed.toUri().toString()));
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Path manifest = write(ingest());
        Path sample = folder.resolve("sample");
        Path gone = file(sample);
        String uid = uid(gone);
        Files.delete(gone);

        assertThat(check(manifest, sample).listed()).containsExactly(new Difference(Kind.MISSING, uid, null));
    }

    @Test
    void namesWhatWasAdded() throws Exception {
        Path sample = Home.sample(folder);
        Path added = file(sample);
        String uid = uid(added);
        Path aside = Files.move(added, folder.resolve("aside.dcm"));
        Path manifest = write(ingest());
        Files.move(aside, added);

        assertThat(check(manifest, sample).listed())
                .containsExactly(
                        new Difference(Kind.ADDITIONAL, uid, added.toUri().toString()));
    }

    @Test
    void saysHowManyDifferWithoutTheList() throws Exception {
        Path manifest = write(ingest());
        Files.delete(ManifestCheck.of(manifest).list());
        Path sample = folder.resolve("sample");
        Files.delete(file(sample));

        ManifestCheck.Result result = check(manifest, sample);

        assertThat(result.isDetailed()).isFalse();
        assertThat(result.held()).isEqualTo(result.expected() - 1);
    }

    @Test
    void refersToAnEarlierListWhereNothingWasStored() throws Exception {
        JsonNode first = read(write(ingest()));
        JsonNode second = read(write(ingest()));

        assertThat(second.get("held")).isEqualTo(first.get("held"));
    }

    @Test
    void readsAgainWhereAnotherRunStored() throws Exception {
        Path sample = Home.sample(folder);
        Path aside = Files.move(file(sample), folder.resolve("aside.dcm"));
        String first = read(write(ingest())).at("/held/list").asText();
        Ingested.trees(home, dataSource, List.of(aside));

        JsonNode second = read(write(ingest()));

        assertThat(second.at("/held/list").asText()).isNotEqualTo(first);
        assertThat(second.at("/held/instances").asInt()).isEqualTo(210);
    }

    @Test
    void readsAgainWhereTheEarlierListIsGone() throws Exception {
        Path first = write(ingest());
        Files.delete(ManifestCheck.of(first).list());

        Path second = write(ingest());

        assertThat(ManifestCheck.of(second).list()).exists();
    }

    @Test
    void namesADatabaseWithoutInstances() throws Exception {
        JsonNode manifest =
                read(write(Ingested.trees(home, dataSource, List.of(Files.createDirectory(folder.resolve("none"))))));

        assertThat(manifest.at("/held/instances").asInt()).isZero();
    }

    private IngestRun ingest() throws Exception {
        Path sample = folder.resolve("sample");
        return Ingested.trees(home, dataSource, List.of(Files.exists(sample) ? sample : Home.sample(folder)));
    }

    private Path write(IngestRun run) throws Exception {
        Settings settings = Configuration.load(home.folder(), Map.of(), Map.of());
        return new ManifestWriter(dataSource, settings).write(run.ended(new FailureThreshold(1)));
    }

    /** Another database, of a tree, against a manifest. */
    private ManifestCheck.Result check(Path manifest, Path tree) throws Exception {
        try (HikariDataSource other = database.open(folder)) {
            Ingested.trees(home, other, List.of(tree));
            return ManifestCheck.of(manifest).against(other, 100);
        }
    }

    private static JsonNode read(Path manifest) throws IOException {
        return new ObjectMapper().readTree(manifest.toFile());
    }

    /** A CT slice that no other file repeats. */
    private static Path file(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample.resolve("SAMPLE-0004"))) {
            return files.filter(file -> file.endsWith("000002.dcm"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String uid(Path file) throws Exception {
        try (HikariDataSource other = TestDatabase.SQLITE.open(folder)) {
            Ingested.trees(home, other, List.of(file));
            return Rows.of(other, "select sop_instance_uid from instance").get(0);
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).contains(from);
        Files.writeString(file, content.replace(from, to), StandardCharsets.ISO_8859_1);
    }
}
