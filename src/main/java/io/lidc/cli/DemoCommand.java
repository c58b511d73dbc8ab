package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.IngestRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lidc demo}: sample, ingest, status and report in one go. */
@Command(
        name = "demo",
        description =
                "Writes the sample tree, ingests it into a database of its own and shows what that then holds, on the"
                        + " terminal and in a report, all of it in outputs/demo unless --out says otherwise.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** Apart from everything else, so that nothing of the sample gets among real data. */
    private static final Path FOLDER = Path.of("outputs/demo");

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = output.terminal();
        Settings settings = database.settingsIn(FOLDER);
        Path sample = database.folder(FOLDER).resolve("sample");
        SampleCommand.write(sample, terminal);
        terminal.print("");
        int exitCode = IngestSession.run(
                settings, pipeline -> new IngestRun(List.of(pipeline.source(sample.toString())), false), output);
        StatusCommand.print(settings, terminal);
        terminal.print("");
        ReportCommand.write(settings, terminal);
        return exitCode;
    }
}
