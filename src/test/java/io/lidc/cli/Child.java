package io.lidc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The program in a process of its own, for what only a process can show. */
final class Child {
    private Child() {}

    static Process start(Path home, Path log, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlidc.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "io.lidc.App"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new ProcessBuilder(Collections.unmodifiableList(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
