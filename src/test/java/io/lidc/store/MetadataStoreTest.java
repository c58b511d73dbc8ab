package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.store.jdbc.RefusedRowException;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.store.run.Stamp;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MetadataStoreTest {
    private static final String RUN = "run-1";

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private MetadataStore store;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
        store = new MetadataStore(dataSource);
        store.begin(RUN, "file:///");
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void storesANewInstanceWithItsTypedColumns() throws SQLException {
        store(TestInstance.of("3.1")
                .with("slice_thickness", 2.5)
                .with("rows", 512)
                .with("modality", "CT"));

        assertThat(rows("select sop_instance_uid, slice_thickness, rows from instance"))
                .containsExactly("3.1|2.5|512");
    }

    @Test
    void storesEveryColumnInItsPlace() throws SQLException {
        TestInstance instance = TestInstance.of("3.1");
        Columns.INSTANCE.forEach(column -> instance.with(column.name(), valueFor(column)));
        store(instance);

        for (Column column : Columns.INSTANCE) {
            assertThat(rows("select " + column.name() + " from instance"))
                    .as(column.name())
                    .containsExactly(valueFor(column).toString());
        }
    }

    private static Object valueFor(Column column) {
        int number = Columns.INSTANCE.indexOf(column);
        return switch (column.kind()) {
            case DECIMAL -> (Object) (number + 0.5);
            case INTEGER -> number;
            default -> column.name();
        };
    }

    @Test
    void countsTheSameObjectInTheSameStateAsUnchanged() throws SQLException {
        store(TestInstance.of("3.1"));

        assertThat(store(TestInstance.of("3.1")).outcomes()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    }

    @Test
    void setsTheSameHeaderAtAnotherPlaceAsideAsADuplicate() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").at("file:///copy.dcm"));

        assertThat(rows("select source_uri, outcome, sop_instance_uid from set_aside"))
                .containsExactly("file:///copy.dcm|DUPLICATE|3.1");
    }

    @Test
    void setsAnotherHeaderUnderTheSameUidAsideAsAConflict() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").at("file:///other.dcm").digest("ff"));

        assertThat(rows("select source_uri, outcome, header_digest from set_aside"))
                .containsExactly("file:///other.dcm|CONFLICT|ff");
    }

    @Test
    void namesWhatConflictingObjectsDifferIn() throws SQLException {
        store(TestInstance.of("3.1").with("kvp", 120.0).with("image_position_z", 1.0));
        store(TestInstance.of("3.1")
                .at("file:///other.dcm")
                .digest("ff")
                .series("2.2")
                .with("kvp", 140.0)
                .with("image_position_z", 2.0));

        assertThat(rows("select message from set_aside"))
                .containsExactly("differs from the stored instance in SeriesInstanceUID, KVP, ImagePositionPatient");
    }

    @Test
    void saysSoWhereConflictingObjectsDifferInNoColumn() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").at("file:///other.dcm").digest("ff"));

        assertThat(rows("select message from set_aside"))
                .containsExactly(
                        "differs from the stored instance in attributes that have no column in the table instance");
    }

    @Test
    void putsACopyInThePlaceOfAnObjectThatIsGone() throws SQLException {
        storeIn("an-earlier-run", TestInstance.of("3.1").read());
        MetadataStore looking = new MetadataStore(dataSource, location -> false);
        Totals totals = looking.store(
                        chunk(TestInstance.of("3.1").at("file:///moved.dcm").read()))
                .totals();

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.STORED, 1L));
        assertThat(rows("select source_uri, (select count(*) from set_aside) from instance"))
                .containsExactly("file:///moved.dcm|0");
    }

    @Test
    void keepsTheRowOfAnObjectThatIsOnItsWayWithinTheRun() throws SQLException {
        store(TestInstance.of("3.1"));
        MetadataStore looking = new MetadataStore(dataSource, location -> false);
        Totals totals = looking.store(
                        chunk(TestInstance.of("3.1").at("file:///copy.dcm").read()))
                .totals();

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
    }

    @Test
    void readsACopyAgainOfAnObjectThatIsGoneBy() throws SQLException {
        TestInstance copy = TestInstance.of("3.1").at("file:///moved.dcm");
        store(TestInstance.of("3.1"));
        store(copy);
        MetadataStore looking =
                new MetadataStore(dataSource, location -> !location.uri().equals("file:///3.1.dcm"));

        assertThat(looking.known(List.of(copy.location()), false, null).changed())
                .containsExactly("file:///moved.dcm");
    }

    @Test
    void knowsACopyOfAnObjectThatIsThere() throws SQLException {
        TestInstance copy = TestInstance.of("3.1").at("file:///copy.dcm");
        store(TestInstance.of("3.1"));
        store(copy);

        assertThat(store.known(List.of(copy.location()), false, null).unchanged())
                .containsExactly("file:///copy.dcm");
    }

    @Test
    void keepsTheStoredRowInAConflict() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").at("file:///other.dcm").digest("ff"));

        assertThat(rows("select source_uri, header_digest from instance")).containsExactly("file:///3.1.dcm|00");
    }

    @Test
    void setsTheSameUidInAnotherSeriesAsideAsAConflict() throws SQLException {
        store(TestInstance.of("3.1"));

        assertThat(store(TestInstance.of("3.1").at("file:///other.dcm").series("2.2"))
                        .count(Outcome.CONFLICT))
                .isEqualTo(1);
    }

    @Test
    void findsADuplicateWithinOneChunk() throws SQLException {
        Totals totals = store(TestInstance.of("3.1"), TestInstance.of("3.1").at("file:///copy.dcm"));

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.STORED, 1L, Outcome.DUPLICATE, 1L));
    }

    @Test
    void storesTheFirstDiscoveredOfTwoInOneChunk() throws SQLException {
        store(TestInstance.of("3.1").at("file:///z.dcm"), TestInstance.of("3.1").at("file:///a.dcm"));

        assertThat(rows("select source_uri from instance")).containsExactly("file:///z.dcm");
    }

    @Test
    void updatesTheRowOfAnObjectThatChangedInPlace() throws SQLException {
        store(TestInstance.of("3.1").with("kvp", 120.0));
        store(TestInstance.of("3.1").version("2").digest("ff").with("kvp", 140.0));

        assertThat(rows("select version, header_digest, kvp from instance")).containsExactly("2|ff|140.0");
    }

    @Test
    void keepsTheDigestOfAnObjectThatChangedInPlace() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").version("2").digest("ff"));

        assertThat(rows("select source_uri, version, outcome, sop_instance_uid, header_digest from set_aside"))
                .containsExactly("file:///3.1.dcm|1|SUPERSEDED|3.1|00");
    }

    @Test
    void keepsEachDigestOfAnObjectThatChangedTwice() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").version("2").digest("ff"));
        store(TestInstance.of("3.1").version("3").digest("fe"));

        assertThat(rows("select header_digest from set_aside order by version")).containsExactly("00", "ff");
    }

    @Test
    void keepsNoPastOfAFileThatWasOnlyTouched() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").version("2"));

        assertThat(rows("select outcome from set_aside")).isEmpty();
    }

    @Test
    void keepsThePastOfAnObjectThatHasBecomeUnreadable() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").version("2").digest("ff"));
        store(unreadable("file:///3.1.dcm"));

        assertThat(rows("select outcome from set_aside order by outcome")).containsExactly("FAILED", "SUPERSEDED");
    }

    @Test
    void knowsAnObjectByItsPresentStateOnly() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.1").version("2").digest("ff"));

        assertThat(store.known(List.of(TestInstance.of("3.1").location()), false, null)
                        .changed())
                .containsExactly("file:///3.1.dcm");
    }

    @Test
    void readsAnObjectAgainThatIsAsItWasBeforeItFailed() throws SQLException {
        store(TestInstance.of("3.1"));
        store(new Extraction.Unreadable(
                TestInstance.of("3.1").version("2").location(), Outcome.FAILED, "TRUNCATED", 77, "cut", 10));

        assertThat(store.known(List.of(TestInstance.of("3.1").location()), false, null)
                        .changed())
                .containsExactly("file:///3.1.dcm");
    }

    @Test
    void knowsAFileThatTookTheNameOfAnother() throws SQLException {
        store(TestInstance.of("3.1"));
        TestInstance other = TestInstance.of("3.2").at("file:///3.1.dcm").version("2");
        store(other);

        assertThat(store.known(List.of(other.location()), false, null).unchanged())
                .containsExactly("file:///3.1.dcm");
    }

    @Test
    void tellsWhichRunLastWroteAnInstance() throws SQLException {
        store(TestInstance.of("3.1"));
        store(TestInstance.of("3.2"));
        storeIn(
                "run-2",
                TestInstance.of("3.1").version("2").read(),
                TestInstance.of("3.2").read());

        assertThat(rows("select sop_instance_uid, run_id from instance order by sop_instance_uid"))
                .containsExactly("3.1|run-2", "3.2|run-1");
    }

    @Test
    void tellsWhichRunLastWroteWhatIsSetAside() throws SQLException {
        store(unreadable("file:///a.dcm"), unreadable("file:///b.dcm"));
        storeIn("run-2", unreadable("file:///a.dcm"));

        assertThat(rows("select source_uri, run_id from set_aside order by source_uri"))
                .containsExactly("file:///a.dcm|run-2", "file:///b.dcm|run-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"instance", "set_aside"})
    void tellsWhenARowWasLastWritten(String table) throws SQLException {
        String before = Stamp.now();
        store(TestInstance.of("3.1").read(), unreadable("file:///a.dcm"));

        assertThat(rows("select count(*) from " + table + " where stored_at >= '" + before + "'"))
                .containsExactly("1");
    }

    @Test
    void setsAnObjectThatARuleLeavesOutAsideWithTheRule() throws SQLException {
        Totals totals = store(skipped("Modality == 'CT'"));

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.SKIPPED, 1L));
        assertThat(rows("select source_uri, outcome, message from set_aside"))
                .containsExactly("file:///3.1.dcm|SKIPPED|Modality == 'CT'");
    }

    @Test
    void addsWhatRulesLeaveOutToTheRun() throws SQLException {
        store(skipped("Modality == 'CT'"));

        assertThat(rows("select discovered, skipped, failed from run")).containsExactly("1|1|0");
    }

    @Test
    void leavesAloneWhatTheSameRuleLeftOut() throws SQLException {
        Extraction object = skipped("Modality == 'CT'");
        store(object);

        assertThat(store.known(List.of(object.location()), false, "Modality == 'CT'")
                        .unchanged())
                .containsExactly("file:///3.1.dcm");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "Modality == 'MR'")
    void readsAgainWhatAnotherRuleLeftOut(String rule) throws SQLException {
        Extraction object = skipped("Modality == 'CT'");
        store(object);

        assertThat(store.known(List.of(object.location()), false, rule).changed())
                .containsExactly("file:///3.1.dcm");
    }

    @Test
    void storesWhatARuleLeftOutBefore() throws SQLException {
        store(skipped("Modality == 'CT'"));
        store.store(new ReadChunk(
                RUN,
                1,
                0,
                Set.of("file:///3.1.dcm"),
                List.of(TestInstance.of("3.1").read())));

        assertThat(rows("select (select count(*) from instance), (select count(*) from set_aside)"))
                .containsExactly("1|0");
    }

    private static Extraction skipped(String rule) {
        return new Extraction.Skipped(TestInstance.of("3.1").location(), rule, 10);
    }

    @Test
    void putsAWholeCopyInThePlaceOfACutOne() throws SQLException {
        store(cut("3.1").at("file:///cut.dcm"));
        Totals totals = store(TestInstance.of("3.1").at("file:///whole.dcm"));

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.STORED, 1L));
        assertThat(rows("select source_uri, warnings from instance")).containsExactly("file:///whole.dcm|null");
    }

    @Test
    void keepsThePastOfACutObjectWhosePlaceAWholeOneTook() throws SQLException {
        store(cut("3.1").at("file:///cut.dcm"));
        store(TestInstance.of("3.1").at("file:///whole.dcm"));

        assertThat(rows("select source_uri, outcome, sop_instance_uid from set_aside order by outcome"))
                .containsExactly("file:///cut.dcm|DUPLICATE|3.1", "file:///cut.dcm|SUPERSEDED|3.1");
    }

    @Test
    void knowsACutObjectWhosePlaceAWholeOneTook() throws SQLException {
        TestInstance cut = cut("3.1").at("file:///cut.dcm");
        store(cut);
        store(TestInstance.of("3.1").at("file:///whole.dcm"));

        assertThat(store.known(List.of(cut.location()), false, null).unchanged())
                .containsExactly("file:///cut.dcm");
    }

    @Test
    void storesTheWholeOneOfTwoCopiesInOneChunk() throws SQLException {
        Totals totals =
                store(cut("3.1").at("file:///cut.dcm"), TestInstance.of("3.1").at("file:///whole.dcm"));

        assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.STORED, 1L, Outcome.DUPLICATE, 1L));
        assertThat(rows("select source_uri from instance")).containsExactly("file:///whole.dcm");
    }

    @Test
    void setsAsideTheStateOfACutObjectThatIsReadInTheSameChunkAsTheWholeOne() throws SQLException {
        store(cut("3.1").at("file:///cut.dcm"));
        store(
                TestInstance.of("3.1").at("file:///whole.dcm"),
                cut("3.1").at("file:///cut.dcm").version("2"));

        assertThat(rows("select version from set_aside where outcome = 'DUPLICATE'"))
                .containsExactly("2");
    }

    @Test
    void leavesTheStoredRowWhereTheWholeObjectHasAnotherHeader() throws SQLException {
        store(cut("3.1").at("file:///cut.dcm"));

        assertThat(store(TestInstance.of("3.1").at("file:///other.dcm").digest("ff"))
                        .outcomes())
                .isEqualTo(Map.of(Outcome.CONFLICT, 1L));
    }

    private static TestInstance cut(String uid) {
        return TestInstance.of(uid).warnings("ODD_LENGTH,PIXEL_DATA_CUT");
    }

    @Test
    void setsAnObjectAsideWhoseLocationIsLongerThanAnIndexRowMayBe() throws SQLException {
        String uri = "archive:file:///a.zip!/" + "x/y".repeat(20_000);
        store(unreadable(uri));
        store(unreadable(uri));

        assertThat(rows("select outcome, length(source_uri) from set_aside")).containsExactly("FAILED|60023");
    }

    @Test
    void keepsThePastOfAnObjectWhoseLocationIsLongerThanAnIndexRowMayBe() throws SQLException {
        String uri = "archive:file:///a.zip!/" + "x/y".repeat(20_000);
        store(TestInstance.of("3.1").at(uri));
        store(TestInstance.of("3.1").at(uri).version("2").digest("ff"));

        assertThat(rows("select outcome, header_digest from set_aside")).containsExactly("SUPERSEDED|00");
    }

    @Test
    void tellsARowThatTheDatabaseRefuses() {
        assertThatThrownBy(() -> store(TestInstance.of("3.1"), refused("3.2"))).isInstanceOf(RefusedRowException.class);
    }

    static Stream<TestInstance> withOddKeys() {
        return Stream.of("1.2\0", "1".repeat(401))
                .flatMap(key -> Stream.of(
                        TestInstance.of(key),
                        TestInstance.of("3.1").series(key),
                        TestInstance.of("3.1").study(key),
                        TestInstance.of("3.1").patient(key)));
    }

    @ParameterizedTest
    @MethodSource("withOddKeys")
    void refusesKeysThatOneOfTheDatabasesCannotHold(TestInstance instance) {
        assertThatThrownBy(() -> store(instance)).isInstanceOf(RefusedRowException.class);
    }

    @Test
    void storesKeysOfTheGreatestLength() throws SQLException {
        String key = "\uFFFD".repeat(400);

        assertThat(store(TestInstance.of(key).series(key).study(key).patient(key))
                        .outcomes())
                .isEqualTo(Map.of(Outcome.STORED, 1L));
    }

    @Test
    void storesNothingOfAChunkWithARefusedRow() throws SQLException {
        assertThatThrownBy(() -> store(TestInstance.of("3.1"), refused("3.2"))).isInstanceOf(SQLException.class);

        assertThat(rows("select * from instance")).isEmpty();
    }

    @Test
    void namesTheObjectsWhoseRowsAreRefused() throws SQLException {
        List<Extraction> reads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            reads.add((i == 7 || i == 31 ? refused("3." + i) : TestInstance.of("3." + i)).read());
        }

        assertThat(store.refused(new ReadChunk(RUN, 50, 0, Set.of(), reads)))
                .extracting(extraction -> extraction.location().uri())
                .containsExactly("file:///3.7.dcm", "file:///3.31.dcm");
    }

    @Test
    void leavesNothingOfTheSearchForARefusedRow() throws SQLException {
        Extraction sound = TestInstance.of("3.1").read();
        store.refused(
                new ReadChunk(RUN, 2, 0, Set.of(), List.of(sound, refused("3.2").read())));

        assertThat(
                        rows(
                                "select (select count(*) from instance) + (select count(*) from set_aside) + discovered from run"))
                .containsExactly("0");
    }

    /** With a null where the tables have none. */
    private static TestInstance refused(String uid) {
        return TestInstance.of(uid).digest(null);
    }

    @Test
    void describesASeriesByItsLeastInstanceWhateverTheOrder() throws SQLException {
        store(TestInstance.of("3.2").with("series_description", "second"));
        store(TestInstance.of("3.1").with("series_description", "first"));
        store(TestInstance.of("3.3").with("series_description", "third"));

        assertThat(rows("select series_description from series")).containsExactly("first");
    }

    @Test
    void takesEachAttributeFromTheLeastInstanceThatHasOne() throws SQLException {
        store(TestInstance.of("3.2").with("patient_sex", "F").with("manufacturer", "second"));
        store(TestInstance.of("3.1").with("manufacturer", "first"));
        store(TestInstance.of("3.3").with("patient_sex", "M").with("study_description", "third"));

        assertThat(
                        rows(
                                "select patient_sex, manufacturer, study_description, series.described_by from patient, study, series"))
                .containsExactly("F|first|third|3.1");
    }

    @Test
    void namesTheInstancesThatAttributesAreFrom() throws SQLException {
        store(TestInstance.of("3.1"), TestInstance.of("3.2").with("manufacturer", "second"));

        assertThat(rows("select described_by, value_sources from series"))
                .containsExactly("3.1|{\"manufacturer\":\"3.2\"}");
    }

    @Test
    void forgetsAnAttributeThatItsInstanceHasLostInPlace() throws SQLException {
        store(TestInstance.of("3.1").with("patient_name", "Doe^Jane"));
        store(TestInstance.of("3.1").version("2").digest("ff"));

        assertThat(rows("select patient_name from patient")).containsExactly("null");
    }

    @Test
    void takesPatientAndIssuerFromTheSameInstance() throws SQLException {
        store(TestInstance.of("3.1").patient(""), TestInstance.of("3.2").patient("P2"));

        assertThat(rows("select patient_id, issuer_of_patient_id, value_sources from study"))
                .containsExactly("P2||{\"patient_id\":\"3.2\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void describesAlikeWhateverTheOrderAndTheSizeOfChunks(int seed) throws SQLException {
        Random random = new Random(seed);
        List<Extraction> objects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TestInstance instance = TestInstance.of("3." + i);
            for (String column : List.of("patient_sex", "study_id", "modality", "manufacturer", "protocol_name")) {
                instance.with(column, i % 7 == column.length() % 7 ? column + i : null);
            }
            objects.add(instance.series("2." + i % 3).read());
        }
        store(objects.toArray(Extraction[]::new));
        List<String> inOrder = described();
        try (HikariDataSource other = database.open(folder)) {
            MetadataStore shuffled = new MetadataStore(other);
            shuffled.begin(RUN, "file:///");
            Collections.shuffle(objects, random);
            for (int from = 0; from < objects.size(); ) {
                int to = Math.min(objects.size(), from + 1 + random.nextInt(9));
                shuffled.store(new ReadChunk(RUN, to - from, 0, Set.of(), objects.subList(from, to)));
                from = to;
            }

            assertThat(described(other)).isEqualTo(inOrder);
        }
    }

    private List<String> described() throws SQLException {
        return described(dataSource);
    }

    private static List<String> described(HikariDataSource dataSource) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("patient", "study", "series")) {
            rows.addAll(Rows.of(dataSource, "select * from " + table + " order by 1"));
        }
        return rows;
    }

    @Test
    void setsAnUnreadableObjectAsideWithCodeAndOffset() throws SQLException {
        store(unreadable("file:///broken.dcm"));

        assertThat(rows("select source_uri, outcome, error_code, error_offset, message from set_aside"))
                .containsExactly("file:///broken.dcm|FAILED|TRUNCATED|77|cut");
    }

    @Test
    void forgetsAFailureWhenTheObjectHasBecomeReadable() throws SQLException {
        store(unreadable("file:///3.1.dcm"));
        store.store(new ReadChunk(
                RUN,
                1,
                0,
                Set.of("file:///3.1.dcm"),
                List.of(TestInstance.of("3.1").version("2").read())));

        assertThat(rows("select source_uri from set_aside")).isEmpty();
    }

    @Test
    void knowsAStoredObjectInTheSameStateAsUnchanged() throws SQLException {
        store(TestInstance.of("3.1"));

        assertThat(store.known(List.of(TestInstance.of("3.1").location()), false, null)
                        .unchanged())
                .containsExactly("file:///3.1.dcm");
    }

    @Test
    void knowsAStoredObjectInAnotherStateAsChanged() throws SQLException {
        store(TestInstance.of("3.1"));

        assertThat(store.known(List.of(TestInstance.of("3.1").version("2").location()), false, null))
                .isEqualTo(new KnownObjects(Set.of(), Set.of("file:///3.1.dcm"), Map.of()));
    }

    @Test
    void leavesAKnownFailureAlone() throws SQLException {
        Extraction failure = unreadable("file:///broken.dcm");
        store(failure);

        assertThat(store.known(List.of(failure.location()), false, null).unchanged())
                .containsExactly("file:///broken.dcm");
    }

    @Test
    void readsAKnownFailureAgainWhenAskedTo() throws SQLException {
        Extraction failure = unreadable("file:///broken.dcm");
        store(failure);

        assertThat(store.known(List.of(failure.location()), true, null).changed())
                .containsExactly("file:///broken.dcm");
    }

    @Test
    void addsTheOutcomesOfAChunkToItsRun() throws SQLException {
        store(TestInstance.of("3.1"));
        store(unreadable("file:///broken.dcm"));

        assertThat(rows("select discovered, stored, failed, bytes_read from run"))
                .containsExactly("2|1|1|110");
    }

    @Test
    void countsStoredCtInstancesWithoutSliceThickness() throws SQLException {
        Totals totals = store(
                TestInstance.of("3.1").with("modality", "CT"),
                TestInstance.of("3.2").with("modality", "CT").with("slice_thickness", 1.0),
                TestInstance.of("3.3").with("modality", "DX"));

        assertThat(totals.missing()).containsEntry("SliceThickness", 1L);
    }

    @Test
    void countsTheWarningsOfStoredInstancesByTheirCodes() throws SQLException {
        Totals totals = store(
                TestInstance.of("3.1").warnings("NO_PREAMBLE,ODD_LENGTH"),
                TestInstance.of("3.2").warnings("ODD_LENGTH"),
                TestInstance.of("3.2").at("file:///copy.dcm").warnings("ODD_LENGTH"));

        assertThat(totals.warnings()).isEqualTo(Map.of("NO_PREAMBLE", 1L, "ODD_LENGTH", 2L));
    }

    @Test
    void addsTheWarningsOfEachChunkToItsRun() throws SQLException {
        store(TestInstance.of("3.1").warnings("NO_PREAMBLE,ODD_LENGTH"));
        store(TestInstance.of("3.2").warnings("ODD_LENGTH"));

        assertThat(rows("select run_id, code, instances from run_warning order by code"))
                .containsExactly("run-1|NO_PREAMBLE|1", "run-1|ODD_LENGTH|2");
    }

    @Test
    void tellsTheOutcomesInTheOrderOfDiscovery() throws SQLException {
        List<Extraction> discovered = List.of(
                TestInstance.of("3.2").read(),
                unreadable("file:///broken.dcm"),
                TestInstance.of("3.1").read(),
                TestInstance.of("3.2").at("file:///copy.dcm").read());

        assertThat(store.store(new ReadChunk(RUN, 4, 0, Set.of(), discovered)).outcomes())
                .containsExactly(Outcome.STORED, Outcome.FAILED, Outcome.STORED, Outcome.DUPLICATE);
    }

    @Test
    void leavesNothingOfAChunkThatFails() throws SQLException {
        Extraction.Read stored = TestInstance.of("3.1").read();
        ReadChunk ofNoRun = new ReadChunk("no such run", 1, 0, Set.of(), List.of(stored));

        assertThatThrownBy(() -> store.store(ofNoRun)).isInstanceOf(SQLException.class);
        assertThat(rows("select * from instance")).isEmpty();
    }

    private Totals store(TestInstance... instances) throws SQLException {
        Extraction[] reads = new Extraction[instances.length];
        for (int i = 0; i < reads.length; i++) {
            reads[i] = instances[i].read();
        }
        return store(reads);
    }

    private Totals store(Extraction... extractions) throws SQLException {
        return store.store(chunk(extractions)).totals();
    }

    private static ReadChunk chunk(Extraction... extractions) {
        return new ReadChunk(RUN, extractions.length, 0, Set.of(), List.of(extractions));
    }

    private void storeIn(String runId, Extraction... extractions) throws SQLException {
        store.begin(runId, "file:///");
        store.store(new ReadChunk(runId, extractions.length, 0, Set.of(), List.of(extractions)));
    }

    private static Extraction unreadable(String uri) {
        return new Extraction.Unreadable(new Location(uri, 10, "1"), Outcome.FAILED, "TRUNCATED", 77, "cut", 10);
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }
}
