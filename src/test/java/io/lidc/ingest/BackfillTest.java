package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.StoredRowsBackfill;
import io.lidc.config.Settings;
import io.lidc.ingest.backfill.BackfillTotals;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes that are named after the sample was stored. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BackfillTest {
    private static final String EXTRA = "select sop_instance_uid, extra from instance order by sop_instance_uid";
    private static final String FILE =
            "select source_uri from instance where instance_number = 3 order by sop_instance_uid limit 1";

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private Home home;
    private Path sample;

    @BeforeEach
    void open() throws SQLException, IOException {
        dataSource = database.open(folder);
        home = Home.in(folder);
        sample = Home.sample(folder);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void givesTheRowsThatAnIngestWouldHaveGiven() throws Exception {
        ingest("[]");

        backfill("[ProtocolName, RotationDirection]");

        assertThat(Rows.of(dataSource, EXTRA)).isEqualTo(ofAnIngest("[ProtocolName, RotationDirection]"));
    }

    @Test
    void givesAllAttributesWhereAllAreNamed() throws Exception {
        ingest("[ProtocolName]");

        backfill("[\"*\"]");

        assertThat(Rows.of(dataSource, EXTRA)).isEqualTo(ofAnIngest("[\"*\"]"));
    }

    @Test
    void readsNothingOfWhatIsThere() throws Exception {
        ingest("[\"*\"]");

        BackfillTotals totals = backfill("[SOPClassUID, Modality]");

        assertThat(totals.objectsRead()).isZero();
        assertThat(totals.passed()).isEqualTo(210);
    }

    @Test
    void readsOnlyTheObjectsThatLackTheAttribute() throws Exception {
        ingest("[RotationDirection]");
        int lacking = Integer.parseInt(Rows.of(dataSource, "select count(*) from instance where extra is null")
                .get(0));

        assertThat(backfill("[RotationDirection]").objectsRead()).isEqualTo(lacking);
    }

    @Test
    void keepsWhatIsNamedNoLonger() throws Exception {
        ingest("[ProtocolName]");
        long before = count("00181030");

        backfill("[Modality]");

        assertThat(count("00181030")).isEqualTo(before);
        assertThat(count("00080060")).isEqualTo(210);
    }

    @Test
    void changesNothingButExtra() throws Exception {
        ingest("[]");
        String others =
                "select sop_instance_uid, header_digest, run_id, cast(stored_at as text), version, slice_thickness"
                        + " from instance order by sop_instance_uid";
        List<String> before = Rows.of(dataSource, others);

        backfill("[Modality]");

        assertThat(Rows.of(dataSource, others)).isEqualTo(before);
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        home.set(IngestKeys.CHUNK_SIZE, "100");
        ingest("[]");
        AtomicInteger pages = new AtomicInteger();
        BackfillTotals first = backfill("[Modality]", false, () -> pages.incrementAndGet() > 1);

        BackfillTotals second = backfill("[Modality]");

        assertThat(first.passed()).isEqualTo(100);
        assertThat(second.isResumed()).isTrue();
        assertThat(second.passed()).isEqualTo(110);
        assertThat(count("00080060")).isEqualTo(210);
    }

    @Test
    void startsOverWhereOtherAttributesAreNamedMeanwhile() throws Exception {
        home.set(IngestKeys.CHUNK_SIZE, "100");
        ingest("[]");
        AtomicInteger pages = new AtomicInteger();
        backfill("[Modality]", false, () -> pages.incrementAndGet() > 1);

        assertThat(backfill("[ProtocolName]").passed()).isEqualTo(210);
    }

    @Test
    void doesNothingWhereAllIsDone() throws Exception {
        ingest("[]");
        backfill("[RotationDirection]");

        assertThat(backfill("[RotationDirection]").passed()).isZero();
    }

    @Test
    void passesAgainWhereItIsToldTo() throws Exception {
        ingest("[]");
        backfill("[Modality]");

        assertThat(backfill("[Modality]", true, () -> false).passed()).isEqualTo(210);
    }

    @Test
    void namesObjectsThatAreGone() throws Exception {
        ingest("[]");
        String gone = Rows.of(dataSource, FILE).get(0);
        Files.delete(Path.of(URI.create(gone)));

        BackfillTotals totals = backfill("[Modality]");

        assertThat(totals.failures()).isEqualTo(1);
        assertThat(totals.listed().get(0).location()).isEqualTo(gone);
    }

    @Test
    void looksAgainForObjectsThatWereGone() throws Exception {
        ingest("[]");
        Path gone = Path.of(URI.create(Rows.of(dataSource, FILE).get(0)));
        Path aside = Files.move(gone, folder.resolve("aside"));
        backfill("[Modality]");
        Files.move(aside, gone);

        BackfillTotals totals = backfill("[Modality]");

        assertThat(totals.objectsRead()).isEqualTo(1);
        assertThat(count("00080060")).isEqualTo(210);
    }

    @Test
    void leavesARowWhoseObjectHasChanged() throws Exception {
        ingest("[]");
        Path file = Path.of(URI.create(Rows.of(dataSource, FILE).get(0)));
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, content.replace("CHEST ROUTINE", "CHEST ROUTINF"), StandardCharsets.ISO_8859_1);

        BackfillTotals totals = backfill("[ProtocolName]");

        assertThat(totals.listed().get(0).reason()).contains("has changed");
        assertThat(Rows.of(dataSource, "select count(*) from instance where cast(extra as text) like '%ROUTINF%'"))
                .containsExactly("0");
    }

    @Test
    void writesPseudonymsWhereTheSettingsSaySo() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef");
        home.set(PrivacyKeys.PATIENT, "pseudonymise").set(PrivacyKeys.KEY.key(), key.toString());
        backfill("[]");
        ingest("[]");

        backfill("[PatientName, PatientComments]");

        assertThat(Rows.of(dataSource, EXTRA)).isEqualTo(ofAnIngest("[PatientName, PatientComments]"));
    }

    private void ingest(String attributes) throws Exception {
        name(attributes);
        Ingested.trees(home, dataSource, List.of(sample));
    }

    private List<String> ofAnIngest(String attributes) throws Exception {
        name(attributes);
        try (HikariDataSource other = database.open(folder)) {
            Ingested.trees(home, other, List.of(sample));
            return Rows.of(other, EXTRA);
        }
    }

    private BackfillTotals backfill(String attributes) throws Exception {
        return backfill(attributes, false, () -> false);
    }

    private BackfillTotals backfill(String attributes, boolean again, BooleanSupplier stop) throws Exception {
        name(attributes);
        Settings settings = Configuration.load(home.folder(), Map.of(), Map.of());
        try (StoredRowsBackfill backfill = new StoredRowsBackfill(settings, dataSource)) {
            backfill.execute(again, stop);
            return backfill.totals();
        }
    }

    private void name(String attributes) throws IOException {
        home.write("config/attributes.yaml", "attributes: " + attributes);
    }

    private long count(String tag) throws SQLException {
        return Rows.of(dataSource, EXTRA).stream()
                .filter(row -> row.contains('"' + tag + '"'))
                .count();
    }
}
