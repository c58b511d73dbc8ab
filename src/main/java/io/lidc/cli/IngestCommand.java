package io.lidc.cli;

import io.lidc.app.ConfiguredSources;
import io.lidc.app.OpeningDatabase;
import io.lidc.app.Pipeline;
import io.lidc.cli.progress.Progress;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.download.Download;
import io.lidc.download.DownloadKeys;
import io.lidc.download.DownloadedSource;
import io.lidc.download.listing.RemoteListings;
import io.lidc.ingest.IngestRun;
import io.lidc.source.Source;
import io.lidc.source.SourceFactory;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lidc ingest}: sources into the database, once. */
@Command(
        name = "ingest",
        description = "Reads the headers of all DICOM files in the sources into the database, once.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "folder, file or archive (.zip, .tar, .tar.gz, .tgz), inbox:DIR, s3://BUCKET/PREFIX,"
                    + " sqs:QUEUE, or what lidc download takes")
    private List<String> sources;

    @Option(names = "--retry-failed", description = "read again what could not be read before")
    private boolean retryFailed;

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        Terminal terminal = new Terminal(spec.commandLine());
        IngestRun run = new IngestRun(fetchAndOpen(settings, terminal), retryFailed);
        return ingest(settings, run, terminal);
    }

    private List<Source> fetchAndOpen(Settings settings, Terminal terminal) throws Exception {
        ConfiguredSources configured = new ConfiguredSources(settings);
        List<Source> opened = new ArrayList<>();
        for (String source : sources) {
            opened.add(
                    RemoteListings.isRemote(source)
                            ? configured.expanded(fetch(settings, source, terminal))
                            : open(configured, source));
        }
        return opened;
    }

    private static Source fetch(Settings settings, String source, Terminal terminal) throws Exception {
        Download download = new Download();
        Path folder = settings.get(DownloadKeys.DIRECTORY);
        DownloadCommand.download(settings, List.of(source), folder, false, download, terminal);
        DownloadCommand.printMissing(download, terminal);
        terminal.print(download.toString());
        return new DownloadedSource(source.replaceFirst("\\?.*", ""), download.files());
    }

    /** Works through a run under the eyes of a person, and gives the exit code. */
    static int ingest(Settings settings, IngestRun run, Terminal terminal) throws Exception {
        long start = System.nanoTime();
        try (OpeningDatabase database = OpeningDatabase.of(settings);
                Pipeline pipeline = Pipeline.start(settings, database.dataSource())) {
            database.await();
            Interrupt.stops(run, terminal, () -> Progress.shows(run, terminal, () -> pipeline.ingest(run)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ClosingTable.print(run, seconds, terminal);
        return exitCode(settings, run, terminal);
    }

    private static int exitCode(Settings settings, IngestRun run, Terminal terminal) {
        if (!run.totals().balances() || run.discovered() != run.totals().discovered()) {
            terminal.error("the totals do not balance: " + run.discovered() + " objects discovered, "
                    + run.totals().accounted() + " accounted for");
            return ExitCode.INTERNAL_ERROR;
        }
        return FailureThreshold.exitCode(
                settings, run.totals().failureRate(), "of the objects are unreadable", terminal);
    }

    static Source open(SourceFactory factory, String name) throws UsageException {
        try {
            return factory.create(name);
        } catch (FileNotFoundException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
