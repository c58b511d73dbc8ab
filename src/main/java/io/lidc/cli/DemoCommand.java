package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.store.DatabaseKeys;
import io.lidc.store.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lidc demo}: sample, ingest and status in one go. */
@Command(
        name = "demo",
        description = "Writes the sample tree, ingests it and shows what the database then holds.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Path SAMPLE = Path.of("outputs/sample");

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine());
        Settings settings = database.settings();
        SampleCommand.write(SAMPLE, terminal);
        terminal.print("");
        int exitCode = IngestSession.run(
                settings, pipeline -> new IngestRun(List.of(pipeline.source(SAMPLE.toString())), false), terminal);
        StatusCommand.print(settings, terminal);
        terminal.print("");
        terminal.print("database: " + DatabaseUrl.redacted(settings.get(DatabaseKeys.URL)));
        terminal.print("dead letters: " + settings.get(DeadLetterKeys.DIRECTORY));
        return exitCode;
    }
}
