package io.lidc.download.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.download.http.RefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "a/b.dcm, a/b.dcm",
        "a//./b, a/b",
        "a\\b, a/b",
        ".hidden, _hidden",
        ".incomplete/a, _incomplete/a",
        "a:b*c?, a_b_c_",
        "a. , a_",
    })
    void keepsWhatIsSafeAndReplacesTheRest(String name, String safe) throws RefusedException {
        assertThat(SafeName.of(name)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "..", "a\\..\\b", "/etc/passwd", "C:\\a", "", "/", "."})
    void refusesNamesThatLeadOutOfTheFolderOrNowhere(String name) {
        assertThatThrownBy(() -> SafeName.of(name)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.org/a/b.dcm, h.org/a/b.dcm",
        "https://h.org:8443/a%20b, h.org_8443/a b",
        "https://h.org/a%2F..%2Fb, h.org/a_.._b",
        "https://h.org/%2e%2e/b, h.org/_/b",
    })
    void namesAUrlByHostAndPath(String url, String name) throws RefusedException {
        assertThat(SafeName.of(URI.create(url))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h.org/a?id=1", "https://h.org/a?id=2"})
    void tellsUrlsApartByTheirQuery(String url) throws RefusedException {
        assertThat(SafeName.of(URI.create(url)))
                .startsWith("h.org/a_")
                .isNotEqualTo(SafeName.of(URI.create("https://h.org/a?id=3")));
    }

    @Test
    void fitsIntoTheBytesOfAFileName() throws RefusedException {
        String name = SafeName.of("\u00E9".repeat(120));

        assertThat((name + ".part.properties").getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void cutsNoCharacterInTwo() throws RefusedException {
        String name = SafeName.of("a" + "\uD83D\uDE00".repeat(100));

        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @Test
    void keepsShortenedNamesApart() throws RefusedException {
        String end = "\u00E9".repeat(120);

        assertThat(SafeName.of("1" + end)).isNotEqualTo(SafeName.of("2" + end));
    }

    @Test
    void keepsManyUrlsApartByTheirQueries() throws RefusedException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            names.add(SafeName.of(URI.create("https://h/a?id=" + i)));
        }

        assertThat(names).hasSize(200_000);
    }

    @Property
    void neverLeavesTheFolder(@ForAll String name) {
        Path folder = Path.of("/data");
        try {
            String safe = SafeName.of(name).replaceAll("[^\\x20-\\x7E]", "x");
            Path target = folder.resolve(safe).normalize();
            assertThat(target.startsWith(folder) && !target.equals(folder)).isTrue();
        } catch (RefusedException e) {
            assertThat(e).hasMessageStartingWith("the target name");
        }
    }
}
