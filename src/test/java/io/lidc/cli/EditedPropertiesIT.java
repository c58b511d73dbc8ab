package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.config.Settings;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** config/application.properties as users edit it. */
class EditedPropertiesIT {
    private static final String ROUTE = """
            - route:
                id: own
                from:
                  uri: scheduler:own
                  parameters:
                    initialDelay: 0
                    repeatCount: 1
                  steps:
                    - setBody:
                        constant: hello
                    - to:
                        uri: file:{{my.folder}}
                        parameters:
                          fileName: greeting
            """;

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void copy() throws Exception {
        home = Home.in(folder);
    }

    @Test
    void mayLackAllSettings() throws Exception {
        home.edit("config/application.properties", text -> text.substring(text.indexOf("# --- Wiring")));

        Home.Result result = home.run("ingest", Home.sample(folder), "--out", folder.resolve("out"));

        assertThat(result.out()).contains("balanced");
    }

    @Test
    void holdsAKeyForARouteOfTheUsersOwn() throws Exception {
        home.edit("config/application.properties", text -> text + "\nmy.folder = " + folder.resolve("own") + "\n");
        Files.writeString(home.folder().resolve("routes/own.camel.yaml"), ROUTE);
        Settings settings = Configuration.load(
                home.folder(), Map.of(), Map.of(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("lidc.db")));

        try (HikariDataSource dataSource = ConfiguredDatabase.open(settings)) {
            Pipeline pipeline = Pipeline.start(settings, dataSource);
            Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            folder.resolve("own/greeting"))
                    .hasContent("hello"));
            pipeline.close();
        }
    }

    @Test
    void stopsTheStartWhereAnotherFileWouldReplaceIt() throws Exception {
        home.edit(
                "config/application.properties",
                text -> text + "\ncamel.component.properties.location = file:other.properties\n");

        assertThat(home.run("run", "--out", folder.resolve("out")).exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
