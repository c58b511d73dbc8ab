package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.testing.Home;
import io.lidc.testing.LoggedErrors;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that another process locks while a run of pushed objects goes on. */
@Timeout(90)
class LockedDatabaseIT {
    @TempDir
    private Path folder;

    private String database;
    private List<Path> instances;
    private Push push;

    @BeforeEach
    void serve() throws Exception {
        instances = Push.instances(Home.sample(folder));
        database = "jdbc:sqlite:" + folder.resolve("lidc.db") + "?busy_timeout=200";
        push = Push.serve(Home.in(folder).set(PushKeys.RUN_IDLE, "1"), database, folder.resolve("out"));
        // The run starts before the lock: only its chunk meets that.
        assertThat(push(0)).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        push.close();
    }

    @Test
    void countsNoObjectTwiceWhoseClientHadToRepeatIt() throws Exception {
        assertThat(pushUnderLock(1)).isEqualTo(503);
        assertThat(push(1)).isEqualTo(200);

        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Rows.of(database, "select state, discovered, stored from run"))
                        .containsExactly("COMPLETED|2|2"));
    }

    @Test
    void isTheReasonOfOneLineInTheLog() throws Exception {
        try (LoggedErrors errors = new LoggedErrors()) {
            pushUnderLock(1);

            assertThat(errors.messages()).singleElement().asString().contains("503", "locked");
        }
    }

    private int pushUnderLock(int instance) throws Exception {
        try (Connection connection = DriverManager.getConnection(database)) {
            begin(connection);
            return push(instance);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
        }
    }

    private int push(int instance) throws Exception {
        return push.stow(instances.subList(instance, instance + 1)).statusCode();
    }
}
