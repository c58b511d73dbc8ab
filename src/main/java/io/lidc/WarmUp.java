package io.lidc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the demo in the working directory under a configuration and routes that the jar holds, never a user's: Java learns from it
 * which classes belong into the start-up archive that the launcher makes.
 */
public final class WarmUp {
    private static final List<String> FILES = List.of(
            "config/application.properties", "config/attributes.yaml", "config/log4j2.xml", "routes/core.camel.yaml");

    private WarmUp() {}

    /** Exits with the code of the demo. */
    public static void main(String[] args) throws IOException {
        Path home = Path.of("home").toAbsolutePath();
        for (String file : FILES) {
            try (InputStream content = WarmUp.class.getResourceAsStream("/warm-up/" + file)) {
                Path target = home.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(content, target);
            }
        }
        System.setProperty("lidc.home", home.toString());
        App.main(new String[] {"demo"});
    }
}
