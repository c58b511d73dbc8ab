package io.lidc.download.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.download.http.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void readsLinesOfUrlsAndLeavesOutComments() throws RefusedException {
        assertThat(Manifest.entries("# a comment\nhttps://h/1\r\n\n  https://h/2  "))
                .containsExactly(Map.of("url", "https://h/1"), Map.of("url", "https://h/2"));
    }

    @Test
    void readsCsvByItsHeader() throws RefusedException {
        assertThat(Manifest.entries("Name, URL ,size\n\"a,b.dcm\",https://h/1,3\n"))
                .containsExactly(Map.of("name", "a,b.dcm", "url", "https://h/1", "size", "3"));
    }

    @Test
    void readsAJsonArrayOfUrls() throws RefusedException {
        assertThat(Manifest.entries("[\"https://h/1\"]")).containsExactly(Map.of("url", "https://h/1"));
    }

    @Test
    void readsJsonObjectsBelowFiles() throws RefusedException {
        assertThat(Manifest.entries("{\"files\": [{\"url\": \"https://h/1\", \"size\": 3}]}"))
                .containsExactly(Map.of("url", "https://h/1", "size", "3"));
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThatThrownBy(() -> Manifest.entries("[\n\"https://h/1\",,]"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesJsonWithoutFiles() {
        assertThatThrownBy(() -> Manifest.entries("{\"a\": 1}")).isInstanceOf(RefusedException.class);
    }
}
