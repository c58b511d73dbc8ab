package io.lidc.testing;

import io.lidc.cli.Lidc;
import io.lidc.config.Key;
import io.lidc.sample.SampleTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A copy of config/ and routes/ in a folder of a test, and the command line over it. */
public final class Home {
    private static final String CHUNK = "routes/chunk.camel.yaml";
    private static final String HALT = "        - delay:\n            constant: \"600000\"\n";

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** What a command ended with. */
    public record Result(int exitCode, String out, String err) {}

    public static Home in(Path folder) throws IOException {
        Home home = new Home(folder.resolve("home"));
        home.copy(Path.of("config"));
        home.copy(Path.of("routes"));
        return home;
    }

    public Path folder() {
        return folder;
    }

    /** Adds a file to the home, or puts it in the place of another. */
    public Home write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    /** Rewrites a file of the home. */
    public Home edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
        return this;
    }

    public Home set(Key<?> key, String value) throws IOException {
        return edit(
                "config/application.properties",
                text -> text.replaceFirst("(?m)^" + key + " =.*$", Matcher.quoteReplacement(key + " = " + value)));
    }

    /** Adds a line to the settings: a key of the user's own. */
    public Home add(String key, String value) throws IOException {
        return edit("config/application.properties", text -> text + key + " = " + value + "\n");
    }

    /** Has each chunk wait, committed and not acknowledged, until the process is killed. */
    public Home haltAfterCommit() throws IOException {
        return edit(CHUNK, text -> text + HALT);
    }

    /** Takes {@link #haltAfterCommit} back. */
    public Home goOnAfterCommit() throws IOException {
        return edit(CHUNK, text -> text.replace(HALT, ""));
    }

    public Result run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Lidc.commandLine(words(arguments)).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Result(execute(command, arguments), out.toString(), err.toString());
    }

    private static String[] words(Object... arguments) {
        return Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    }

    /** Executes a command over this home. */
    public int execute(CommandLine command, Object... arguments) {
        String before = System.getProperty("lidc.home");
        System.setProperty("lidc.home", folder.toString());
        try {
            return command.execute(words(arguments));
        } finally {
            if (before == null) {
                System.clearProperty("lidc.home");
            } else {
                System.setProperty("lidc.home", before);
            }
        }
    }

    public static Path sample(Path folder) throws IOException {
        return SampleTree.write(folder.resolve("sample")).directory();
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
