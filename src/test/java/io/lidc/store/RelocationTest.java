package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RelocationTest {
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
        store.begin("run-1", "file:///");
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void givesInstancesTheirPresentLocation() throws SQLException {
        store(instance("3.1", "file:///data/a/1.dcm"), instance("3.2", "file:///data2/2.dcm"));

        assertThat(store.relocate("file:///data", "file:///mnt/archive/")).isEqualTo(new Relocated(1, 0));
        assertThat(rows("select source_uri from instance order by sop_instance_uid"))
                .containsExactly("file:///mnt/archive/a/1.dcm", "file:///data2/2.dcm");
    }

    @Test
    void knowsObjectsAtTheirPresentLocation() throws SQLException {
        store(instance("3.1", "file:///data/1.dcm"), failure("file:///data/2.dcm"));
        store.relocate("file:///data/", "file:///mnt");

        assertThat(store.known(List.of(at("file:///mnt/1.dcm"), at("file:///mnt/2.dcm")), false, null)
                        .unchanged())
                .containsExactlyInAnyOrder("file:///mnt/1.dcm", "file:///mnt/2.dcm");
    }

    @Test
    void relocatesWhatLiesInArchives() throws SQLException {
        store(
                instance("3.1", "archive:file:///data%21/a.zip!/1.dcm"),
                instance("3.2", "archive:file:///other/a.zip!/1.dcm"));
        store.relocate("file:///data!", "file:///mnt");

        assertThat(rows("select source_uri from instance order by sop_instance_uid"))
                .containsExactly("archive:file:///mnt/a.zip!/1.dcm", "archive:file:///other/a.zip!/1.dcm");
    }

    @Test
    void relocatesMoreThanOneBatch() throws SQLException {
        store(IntStream.range(0, 2_500)
                .mapToObj(i -> i % 2 == 0 ? instance("3." + i, "file:///data/" + i) : failure("file:///data/" + i))
                .toArray(Extraction[]::new));

        assertThat(store.relocate("file:///data", "file:///mnt")).isEqualTo(new Relocated(1_250, 1_250));
        assertThat(rows("select (select count(*) from instance where source_uri like 'file:///mnt/%'),"
                        + " (select count(*) from set_aside where source_uri like 'file:///mnt/%')"))
                .containsExactly("1250|1250");
    }

    @Test
    void forgetsThatAnInstanceWasTakenForACopyOfItself() throws SQLException {
        store(instance("3.1", "file:///data/1.dcm"));
        store(instance("3.1", "file:///mnt/1.dcm"));
        store.relocate("file:///data", "file:///mnt");

        assertThat(rows("select source_uri, (select count(*) from set_aside) from instance"))
                .containsExactly("file:///mnt/1.dcm|0");
    }

    @Test
    void keepsTheNewerOfTwoFailures() throws SQLException {
        store(failure("file:///data/1.dcm"));
        store(new Extraction.Unreadable(at("file:///mnt/1.dcm"), Outcome.FAILED, "NEWER", 0, "cut", 10));
        store.relocate("file:///data", "file:///mnt");

        assertThat(rows("select source_uri, error_code from set_aside")).containsExactly("file:///mnt/1.dcm|NEWER");
    }

    @Test
    void relocatesPastStates() throws SQLException {
        store(instance("3.1", "file:///data/1.dcm"));
        store(TestInstance.of("3.1")
                .at("file:///data/1.dcm")
                .version("2")
                .digest("ff")
                .read());
        store.relocate("file:///data", "file:///mnt");

        assertThat(rows("select source_uri, outcome from set_aside")).containsExactly("file:///mnt/1.dcm|SUPERSEDED");
    }

    @Test
    void refusesALocationBelowTheOldOne() {
        assertThatThrownBy(() -> store.relocate("file:///data", "file:///data/old"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Extraction instance(String uid, String uri) {
        return TestInstance.of(uid).at(uri).read();
    }

    private static Extraction failure(String uri) {
        return new Extraction.Unreadable(at(uri), Outcome.FAILED, "TRUNCATED", 0, "cut", 10);
    }

    private static Location at(String uri) {
        return new Location(uri, 1000, "1");
    }

    private void store(Extraction... extractions) throws SQLException {
        store.store(new ReadChunk("run-1", extractions.length, 0, Set.of(), List.of(extractions)));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }
}
