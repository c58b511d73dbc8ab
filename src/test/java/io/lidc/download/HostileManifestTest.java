package io.lidc.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileManifestTest {
    @TempDir
    private Path folder;

    @Test
    void refusesDeeplyNestedJsonAndNamesManifestAndLine() {
        assertThatThrownBy(() -> from("[\n" + "[".repeat(100_000)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(folder.resolve("manifest").toString())
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"url\": {\"href\": \"https://h/1\"}}]",
                "[{\"url\": [\"https://h/1\"]}]",
                "[[\"https://h/1\"]]",
                "[{\"url\": \"http://localhost/1\", \"size\": [3]}]",
                "[{\"url\": \"http://localhost/1\", \"name\": {}}]",
                "[null]"
            })
    void refusesAnEntryWithNestedValuesAndNamesItsPosition(String text) throws IOException {
        DownloadedFile file = Downloads.only(from(text));

        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.uri()).endsWith("manifest#entry=1");
        assertThat(file.reason()).matches("the (entry|url|size|name) is not .*");
    }

    @Test
    void refusesAManifestOfMoreBytesThanItCanHold() {
        assertThatThrownBy(() -> from("#\n".repeat((64 << 20) / 2 + 1)))
                .hasMessageContaining("longer than 67108864 bytes");
    }

    @Test
    void refusesAManifestOfMoreEntriesThanItCanHold() {
        assertThatThrownBy(() -> from("a\n".repeat(300_001))).hasMessageContaining("more than 300000 entries");
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThatThrownBy(() -> from("#\nhttp://localhost/" + "a".repeat(1 << 20)))
                .hasMessageContaining("line 2 is longer than");
    }

    private Download from(String text) throws IOException {
        return Downloads.into(folder.resolve("data"))
                .from(Files.writeString(folder.resolve("manifest"), text).toString());
    }
}
