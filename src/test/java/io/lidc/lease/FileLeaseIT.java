package io.lidc.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that read the same folder under one lock. */
class FileLeaseIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Home home;
    private String database;
    private Process first;
    private Process second;

    @BeforeEach
    void start() throws Exception {
        home = Home.in(folder)
                .set(LeaseKeys.TYPE, "file")
                .set(LeaseKeys.DIRECTORY, folder.resolve("lease").toString())
                .set(LeaseKeys.RETRY_PERIOD, "200")
                .set(StatusKeys.ENABLED, "false")
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, Home.sample(folder).toString())
                .set(FolderKeys.PERIOD, "200");
        database = TestDatabase.POSTGRESQL.create(folder);
        Database.open(database, Credentials.NONE).close();
        first = service("first");
        await().atMost(TIMEOUT).until(() -> runs(first) > 0);
        second = service("second");
    }

    @AfterEach
    void end() throws Exception {
        first.destroyForcibly().waitFor();
        second.destroyForcibly().waitFor();
    }

    @Test
    void oneListsUntilItIsKilledOrStopsInOrder() throws Exception {
        await().atMost(TIMEOUT).until(() -> log("second").contains("Service started"));
        long before = runs(first);
        await().atMost(TIMEOUT).until(() -> runs(first) > before + 3);
        assertThat(runs(second)).isZero();

        first.destroyForcibly().waitFor();
        await().atMost(TIMEOUT).until(() -> runs(second) > 0);

        first = service("third");
        await().atMost(TIMEOUT).until(() -> log("third").contains("Service started"));
        second.destroy();
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        await().atMost(TIMEOUT).until(() -> runs(first) > 0);
    }

    private Process service(String name) throws Exception {
        return Child.start(home.folder(), folder.resolve(name + ".log"), "run", "--db", database);
    }

    private String log(String name) throws Exception {
        return Files.readString(folder.resolve(name + ".log"));
    }

    /** The owner of a run is a host, a process and the time of its start. */
    private long runs(Process process) throws SQLException {
        return Long.parseLong(Rows.of(database, "select count(*) from run where owner like '% " + process.pid() + " %'")
                .get(0));
    }
}
