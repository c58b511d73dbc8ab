package io.lidc.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.DeliveredRecords;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chunks of unchanged objects that records of one partition have brought. */
class TopicPartitionTableTest {
    private static final String RUN = "run-1";
    private static final String PARTITION =
            "select topic, partition_number, first_offset, next_offset, records from topic_partition";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void tellsHowFarAPartitionIsStored(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            deliver(dataSource, 10, 11, 12);

            assertThat(Rows.of(dataSource, PARTITION)).containsExactly("objects|3|10|13|3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void countsARecordThatIsDeliveredAgainOnce(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            deliver(dataSource, 10, 11, 12);
            deliver(dataSource, 11, 12, 13);

            assertThat(Rows.of(dataSource, PARTITION)).containsExactly("objects|3|10|14|4");
            assertThat(Rows.of(dataSource, "select taken, redelivered, missing from scale_out"))
                    .containsExactly("6|2|0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void goesNotBackWhereALateWorkerStoresOldRecords(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            deliver(dataSource, 10, 11, 12);
            deliver(dataSource, 10);

            assertThat(Rows.of(dataSource, PARTITION)).containsExactly("objects|3|10|13|3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void countsOnceWhatComesAgainBehindWhatWasPolledAfterIt(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            deliver(dataSource, 0, 1, 2, 3, 4);
            deliver(dataSource, 5, 6, 0, 1, 2);
            deliver(dataSource, 3, 4, 5, 6, 7);

            assertThat(Rows.of(dataSource, PARTITION)).containsExactly("objects|3|0|8|8");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void noticesRecordsThatWereNeverDelivered(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            deliver(dataSource, 10, 11);
            deliver(dataSource, 14);

            assertThat(Rows.of(dataSource, "select missing from scale_out")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void countsWhatIsHandedOverInTheRunOfTheDiscoverer(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            MetadataStore store = new MetadataStore(dataSource);
            store.begin(RUN, "file:///archive");
            store.store(ReadChunk.published(RUN, 2, 3));

            assertThat(Rows.of(dataSource, "select discovered, unchanged, published, stored from run"))
                    .containsExactly("5|2|3|0");
        }
    }

    private static void deliver(HikariDataSource dataSource, long... offsets) throws SQLException {
        MetadataStore store = new MetadataStore(dataSource);
        if (Rows.of(dataSource, "select run_id from run").isEmpty()) {
            store.begin(RUN, "kafka:objects");
        }
        List<Long> delivered = Arrays.stream(offsets).boxed().toList();
        store.store(new ReadChunk(RUN, offsets.length, offsets.length, Set.of(), List.of())
                .deliveredBy(List.of(new DeliveredRecords("objects", 3, delivered))));
    }
}
