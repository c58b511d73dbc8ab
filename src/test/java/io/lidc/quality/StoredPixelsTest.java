package io.lidc.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Ingested;
import io.lidc.testing.LocalSources;
import io.lidc.testing.Rows;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPixelsTest {
    @TempDir
    private Path folder;

    private HikariDataSource dataSource;

    @BeforeEach
    void ingest() throws Exception {
        dataSource = TestDatabase.SQLITE.open(folder);
        Ingested.sample(folder, dataSource);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void tellsThatOtherPixelsDiffer() throws Exception {
        assertThat(equal(instance("CHEST with a repeated slice", 5), instance("CHEST with a repeated slice", 11)))
                .contains(false);
    }

    @Test
    void tellsThatEqualPixelsAreEqual() throws Exception {
        String one = instance("CHEST STANDARD", 1);

        assertThat(equal(one, one)).contains(true);
    }

    @Test
    void cannotTellWhereAnObjectIsGone() throws Exception {
        String one = instance("CHEST STANDARD", 1);
        String other = instance("CHEST STANDARD", 2);
        Files.delete(Path.of(URI.create(
                Rows.of(dataSource, "select source_uri from instance where sop_instance_uid = '" + other + "'")
                        .get(0))));

        assertThat(equal(one, other)).isEmpty();
    }

    @Test
    void cannotTellOfDeflatedObjects() throws Exception {
        String one = instance("Thorax p.a.", 1);

        assertThat(equal(one, one)).isEmpty();
    }

    @Test
    void cannotTellOfAnInstanceThatIsUnknown() throws Exception {
        assertThat(equal("1.2.3", "1.2.4")).isEmpty();
    }

    private Optional<Boolean> equal(String one, String other) throws Exception {
        return new StoredPixels(dataSource, LocalSources.create().sources(), new Part10Reader()).equal(one, other);
    }

    private String instance(String series, int number) throws Exception {
        return Rows.of(
                        dataSource,
                        "select sop_instance_uid from instance join series using (series_instance_uid)"
                                + " where series_description = '" + series + "' and instance_number = " + number)
                .get(0);
    }
}
