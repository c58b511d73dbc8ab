package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheme is a class and a line of the settings. */
class OwnSchemeTest {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void bindTheScheme() throws IOException {
        home = Home.in(folder).add("camel.beans.mem", "#class:" + MemProvider.class.getName());
    }

    @Test
    void storesWhatASourceOfItNames() {
        assertThat(ingest("mem:3").out()).containsPattern("STORED +3\\n");
    }

    @Test
    void findsAnObjectAgainByItsLocation() {
        ingest("mem:3");

        assertThat(ingest("mem:/1").out()).containsPattern("UNCHANGED +1\\b");
    }

    private Home.Result ingest(String source) {
        return home.run("ingest", source, "--out", folder.resolve("out"));
    }
}
