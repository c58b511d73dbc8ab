package io.lidc.cli;

import io.lidc.app.DownloadSetup;
import io.lidc.cli.progress.DownloadGauge;
import io.lidc.cli.progress.Progress;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.download.Download;
import io.lidc.download.DownloadKeys;
import io.lidc.download.DownloadedFile;
import io.lidc.download.DownloadedFile.Outcome;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lidc download}: from web servers into a folder. */
@Command(
        name = "download",
        description =
                "Downloads what manifests or places in SharePoint list. A file that is in its place is not fetched again,"
                        + " and an interrupted transfer goes on where it ended.",
        mixinStandardHelpOptions = true)
final class DownloadCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "MANIFEST",
            description = "list of URLs (text, CSV, JSON) or TCIA manifest, by path or URL;"
                    + " sharepoint://HOST/sites/SITE[/LIBRARY[/FOLDER]]; graph:drives/DRIVE-ID[/FOLDER]")
    private List<String> sources;

    @Option(names = "--to", paramLabel = "DIR", description = "folder to download into; else download.directory")
    private Path directory;

    @Option(names = "--verify", description = "compare the checksums of files that are in their place, too")
    private boolean verify;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        Settings settings = DatabaseOptions.load(Map.of());
        Path folder = directory == null ? settings.get(DownloadKeys.DIRECTORY) : directory;
        Download download = new Download();
        Terminal terminal = output.terminal();
        try {
            download(settings, sources, folder, verify, download, terminal);
        } finally {
            if (download.listed() > 0) {
                printTotals(download, folder, terminal);
                if (output.json()) {
                    output.print(DownloadDocument.of(download, folder));
                }
            }
        }
        return exitCode(settings, download, terminal);
    }

    /** Downloads under the eyes of a person. */
    static void download(
            Settings settings, List<String> sources, Path folder, boolean verify, Download download, Terminal terminal)
            throws Exception {
        try {
            Progress.shows(new DownloadGauge(download), terminal, () -> {
                DownloadSetup.downloader(settings).download(sources, folder, verify, download);
                return null;
            });
        } catch (NoSuchFileException e) {
            throw new UsageException("no such manifest: " + e.getFile(), e);
        } catch (IOException e) {
            if (download.listed() == 0) {
                throw new UsageException("nothing can be downloaded: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Says of each file that is not in its place why it is not. */
    static void printMissing(Download download, Terminal terminal) {
        for (DownloadedFile file : download.files()) {
            if (file.path() == null) {
                terminal.error(
                        file.outcome().name().toLowerCase(Locale.ROOT) + " " + file.uri() + ": " + file.reason());
            }
        }
    }

    private static void printTotals(Download download, Path folder, Terminal terminal) {
        printMissing(download, terminal);
        for (Outcome outcome : Outcome.values()) {
            terminal.print(String.format(Locale.ROOT, "  %-14s%,12d", outcome, download.count(outcome)));
        }
        terminal.print(String.format(
                Locale.ROOT,
                "  %-14s%,12d%s",
                "listed",
                download.listed(),
                download.listed() == download.accounted() ? "  balanced" : "  NOT BALANCED"));
        terminal.print(String.format(Locale.ROOT, "%,d bytes fetched into %s", download.bytes(), folder));
    }

    private static int exitCode(Settings settings, Download download, Terminal terminal) {
        if (download.listed() != download.accounted()) {
            terminal.error(download.listed() + " files listed, " + download.accounted() + " accounted for");
            return ExitCode.INTERNAL_ERROR;
        }
        return ExitCode.ofFailures(settings, download.failureRate(), "of the files are not in their place", terminal);
    }
}
