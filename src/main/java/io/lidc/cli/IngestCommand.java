package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.download.Download;
import io.lidc.download.DownloadKeys;
import io.lidc.download.DownloadedSource;
import io.lidc.download.listing.RemoteListings;
import io.lidc.ingest.IngestRun;
import io.lidc.source.Source;
import io.lidc.source.parquet.ParquetProvider;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lidc ingest}: sources into the database, once. */
@Command(
        name = "ingest",
        description = "Reads the headers of all DICOM files in the sources into the database, once.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "folder, file or archive (.zip, .tar, .tar.gz, .tgz), inbox:DIR, s3://BUCKET/PREFIX,"
                    + " sqs:QUEUE, or what lidc download takes")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--from-parquet",
            paramLabel = "FOLDER",
            description = "tables of the Spark job or of lidc export, taken over without reading their objects again")
    private List<Path> tables = new ArrayList<>();

    @Option(names = "--retry-failed", description = "read again what could not be read before")
    private boolean retryFailed;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        Terminal terminal = output.terminal();
        List<String> sources = sources();
        for (String source : sources) {
            requireExisting(source);
        }
        Map<String, Source> downloaded = new HashMap<>();
        for (String source : sources) {
            if (RemoteListings.isRemote(source)) {
                downloaded.put(source, fetch(settings, source, terminal));
            }
        }
        return IngestSession.run(
                settings,
                pipeline -> {
                    List<Source> opened = new ArrayList<>();
                    for (String source : sources) {
                        Source fetched = downloaded.get(source);
                        opened.add(fetched == null ? pipeline.source(source) : pipeline.expanded(fetched));
                    }
                    return new IngestRun(opened, retryFailed);
                },
                output);
    }

    private List<String> sources() throws UsageException {
        List<String> sources = new ArrayList<>(named);
        for (Path folder : tables) {
            requireExisting(folder.toString());
            sources.add(ParquetProvider.SCHEME + folder);
        }
        if (sources.isEmpty()) {
            throw new UsageException("name a SOURCE, or a folder after --from-parquet");
        }
        return sources;
    }

    /** Before a database is created for it: a mistyped path. What has a scheme, only its provider can tell. */
    private static void requireExisting(String source) throws UsageException {
        boolean isPath = !source.matches("[a-z][a-z0-9+.-]+:.*");
        if (isPath && !new File(source).exists()) {
            throw new UsageException("no such folder or file: " + source);
        }
    }

    private static Source fetch(Settings settings, String source, Terminal terminal) throws Exception {
        Download download = new Download();
        Path folder = settings.get(DownloadKeys.DIRECTORY);
        DownloadCommand.download(settings, List.of(source), folder, false, download, terminal);
        DownloadCommand.printMissing(download, terminal);
        terminal.print(download.toString());
        return new DownloadedSource(source.replaceFirst("\\?.*", ""), download.files());
    }
}
