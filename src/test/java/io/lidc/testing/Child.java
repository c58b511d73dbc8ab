package io.lidc.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, for what only a process can show. */
public final class Child {
    private Child() {}

    public static Process start(Path home, Path log, Object... arguments) throws IOException {
        return start(Map.of(), home, log, arguments);
    }

    public static Process start(Map<String, String> environment, Path home, Path log, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlidc.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "io.lidc.App"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        ProcessBuilder builder = new ProcessBuilder(Collections.unmodifiableList(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
