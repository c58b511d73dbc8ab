package io.lidc.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that an endpoint's URI would have escaped are polled as they are. */
class SourcePathIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "o'brien", "100%", "a%20b", "a+b", "a#b", "a&b=c", "a;b", "ä 患者", "a{b}", "$a", "a)b", "a\"b\"",
                "a:b@c"
            })
    void aFolderIsPolledByItsName(String name) throws Exception {
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, write(name).toString());
        try (Service service = Service.start(home, folder.resolve("out"))) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(service.rows("select count(*) from instance"))
                    .containsExactly("1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%20b", "a+b & #c"})
    void anInboxIsEmptiedIntoFoldersByTheirNames(String name) throws Exception {
        Path inbox = write(name);
        Files.writeString(inbox.resolve("empty.dcm"), "");
        Path out = folder.resolve("out " + name.replace("%20", " "));
        Home home = Home.in(folder)
                .set(InboxKeys.ENABLED, "true")
                .set(InboxKeys.PERIOD, "100")
                .set(InboxKeys.QUIET, "0")
                .set(InboxKeys.PATH, inbox.toString());
        try (Service service = Service.start(home, out)) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(service.rows(
                            "select state, stored, failed from run where state <> 'RUNNING' and stored = 1"))
                    .containsExactly("COMPLETED|1|1"));
            Path place = Path.of(
                    URI.create(service.rows("select source_uri from set_aside").get(0)));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(place).exists());
            assertThat(place.resolveSibling(place.getFileName() + ".json")).exists();
        }
    }

    private Path write(String name) throws IOException {
        Path polled = Files.createDirectories(folder.resolve(name).resolve("sub"));
        Files.write(polled.resolve("1.dcm"), DicomFile.instance(1, "CT").bytes());
        return polled.getParent();
    }
}
