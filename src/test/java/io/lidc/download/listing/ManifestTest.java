package io.lidc.download.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void readsLinesOfUrlsAndLeavesOutComments() throws IOException {
        assertThat(entries("# a comment\nhttps://h/1\r\n\n  https://h/2  "))
                .containsExactly(Map.of("url", "https://h/1"), Map.of("url", "https://h/2"));
    }

    @Test
    void readsCsvByItsHeader() throws IOException {
        assertThat(entries("Name, URL ,size\n\"a,b.dcm\",https://h/1,3\n"))
                .containsExactly(Map.of("name", "a,b.dcm", "url", "https://h/1", "size", "3"));
    }

    @Test
    void readsAJsonArrayOfUrls() throws IOException {
        assertThat(entries("[\"https://h/1\"]")).containsExactly(Map.of("url", "https://h/1"));
    }

    @Test
    void readsJsonObjectsBelowFiles() throws IOException {
        assertThat(entries("{\"files\": [{\"url\": \"https://h/1\", \"size\": 3}]}"))
                .containsExactly(Map.of("url", "https://h/1", "size", "3"));
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThatThrownBy(() -> entries("[\n\"https://h/1\",,]"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesJsonWithoutFiles() {
        assertThatThrownBy(() -> entries("{\"a\": 1}")).isInstanceOf(RefusedException.class);
    }

    @Test
    void readsABomAndEmptyLinesBeforeTheHeader() throws IOException {
        assertThat(entries("\uFEFF\nurl\nhttps://h/1\n")).containsExactly(Map.of("url", "https://h/1"));
    }

    @Test
    void leavesOutWhatStandsBesideTheFilesInJson() throws IOException {
        assertThat(entries("{\"meta\": {\"files\": [1]}, \"files\": [\"https://h/1\"]}"))
                .containsExactly(Map.of("url", "https://h/1"));
    }

    @Test
    void refusesAnArrayWithoutAnEnd() {
        assertThatThrownBy(() -> entries("[\"https://h/1\"")).isInstanceOf(RefusedException.class);
    }

    private static List<Map<String, String>> entries(String text) throws IOException {
        ManifestReader reader =
                Manifest.of(text.getBytes(StandardCharsets.UTF_8)).entries();
        List<Map<String, String>> entries = new ArrayList<>();
        for (ManifestEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry.fields());
        }
        return entries;
    }
}
