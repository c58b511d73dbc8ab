package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.InboxKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path inbox;
    private Process child;

    @BeforeEach
    void fillTheInbox() throws IOException {
        inbox = Home.sample(folder);
        Files.delete(inbox.resolve("trouble/unreadable.dcm"));
        home = Home.in(folder)
                .set(InboxKeys.QUIET, "0")
                .set(InboxKeys.PATH, inbox.toString())
                .set(InboxKeys.PERIOD, "100");
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void movesWhatWasReadToDone() throws IOException {
        ingest();

        assertThat(files(inbox)).hasSize(154).allMatch(file -> file.startsWith(".done/"));
    }

    @Test
    void movesWhatCannotBeReadBesideItsRecord() throws IOException {
        ingest();

        assertThat(files(folder.resolve("out/dead-letter"))).hasSize(4).allSatisfy(file -> assertThat(
                        folder.resolve("out/dead-letter").resolve(file.replace(".json", "") + ".json"))
                .exists());
    }

    @Test
    void emptiesItselfAsAService() throws IOException {
        home.set(InboxKeys.ENABLED, "true");
        child = Child.start(home.folder(), folder.resolve("child.log"), "run", "--out", folder.resolve("out"));

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> remaining() == 0);
    }

    @Test
    void losesNothingAndTakesNothingTwiceAfterAKillBetweenCommitAndMove() throws Exception {
        home.haltAfterCommit();
        child = Child.start(
                home.folder(), folder.resolve("child.log"), "ingest", "inbox:" + inbox, "--out", folder.resolve("out"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rows("select * from instance").isEmpty());
        child.destroyForcibly().waitFor();
        assertThat(remaining()).isEqualTo(156);
        home.goOnAfterCommit();

        Home.Result result = ingest();

        assertThat(result.out()).containsPattern("UNCHANGED +156\\n").containsPattern("discovered +156  balanced");
        assertThat(rows("select sop_instance_uid from instance")).hasSize(150);
        assertThat(files(inbox)).hasSize(154).allMatch(file -> file.startsWith(".done/"));
        assertThat(files(folder.resolve("out/dead-letter"))).hasSize(4);
    }

    private Home.Result ingest() {
        return home.run("ingest", "inbox:" + inbox, "--out", folder.resolve("out"));
    }

    private long remaining() throws IOException {
        return files(inbox).stream()
                .filter(file -> !file.startsWith(".done/") && !file.matches("\\.claimed/[^/]+\\.(lock|unreadable/.+)"))
                .count();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private List<String> rows(String query) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("out/lidc.db");
        if (!Files.exists(folder.resolve("out/lidc.db"))
                || Rows.of(database, "select name from sqlite_master where name = 'instance'")
                        .isEmpty()) {
            return List.of();
        }
        return Rows.of(database + "?busy_timeout=10000", query);
    }
}
