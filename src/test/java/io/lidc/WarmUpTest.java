package io.lidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the jar holds for the warm-up of the launcher, and what is shipped beside the jar. */
class WarmUpTest {
    private static final Path WARM_UP = Path.of("src/main/resources/warm-up");

    @Test
    void hasTheWiringThatIsShipped() throws IOException {
        String shipped = Files.readString(Path.of("config/application.properties"));

        assertThat(Files.readString(WARM_UP.resolve("config/application.properties")))
                .endsWith(shipped.substring(shipped.indexOf("# --- Wiring")));
    }

    @Test
    void hasTheLogConfigurationThatIsShipped() {
        assertThat(WARM_UP.resolve("config/log4j2.xml")).hasSameTextualContentAs(Path.of("config/log4j2.xml"));
    }
}
