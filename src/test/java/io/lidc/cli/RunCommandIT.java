package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandIT {
    @TempDir
    private Path folder;

    private Path sample;
    private Process service;

    @BeforeEach
    void startTheService() throws IOException {
        sample = Home.sample(folder);
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, sample.toString());
        service = Child.start(home.folder(), folder.resolve("child.log"), "run", "--out", folder.resolve("out"));
    }

    @AfterEach
    void endTheService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    @Test
    void storesWhatLiesInTheFolder() {
        awaitInstances(210);

        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void storesWhatComesLater() throws IOException {
        awaitInstances(210);
        Path hidden = Files.createDirectory(sample.resolve("late"));
        byte[] bytes = Files.readAllBytes(sample.resolve("media/IMAGES/I0000001"));
        Files.write(hidden.resolve("late.dcm"), bytes);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from set_aside where source_uri like '%late.dcm'") == 1);
    }

    @Test
    void endsWhenToldToStop() throws InterruptedException {
        awaitInstances(210);
        service.destroy();

        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitInstances(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*) from instance") == count);
    }

    private int count(String query) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("out/lidc.db");
        if (!Files.exists(folder.resolve("out/lidc.db"))
                || Rows.of(database, "select name from sqlite_master where name = 'instance'")
                        .isEmpty()) {
            return 0;
        }
        return Integer.parseInt(Rows.of(database + "?busy_timeout=10000", query).get(0));
    }
}
