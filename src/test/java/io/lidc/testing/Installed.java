package io.lidc.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that a machine may have. Tests that need one are skipped elsewhere, and say so. */
public final class Installed {
    private Installed() {}

    /** Its path; skips the test where it is not on the PATH. */
    public static Path required(String program) {
        Path found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "skipped: there is no " + program + " on the PATH");
        return found;
    }
}
