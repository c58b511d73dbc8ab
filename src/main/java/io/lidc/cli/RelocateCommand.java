package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.UsageException;
import io.lidc.source.Presence;
import io.lidc.source.StoredLocations;
import io.lidc.store.MetadataStore;
import io.lidc.store.Relocated;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lidc relocate}: objects that were moved together. */
@Command(
        name = "relocate",
        description =
                "Gives all objects below FROM, those in archives there too, their locations below TO. Nothing is read: the"
                        + " objects are taken for the same. Cut off, it goes on when it is run again.",
        mixinStandardHelpOptions = true)
final class RelocateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "folder, archive or file, by its path or URI, as it was")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "the same, where it is now")
    private String to;

    @Option(names = "--dry-run", description = "change nothing, and show how many rows would change")
    private boolean dryRun;

    @Option(names = "--force", description = "also where TO does not exist, on this machine")
    private boolean force;

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String source = uri(from);
        String target = uri(to);
        if (!force && StoredLocations.presence(target) == Presence.GONE) {
            throw new UsageException("no such folder or file: " + to + "; --force relocates all the same");
        }
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(database.settings())) {
            MetadataStore store = new MetadataStore(dataSource);
            Relocated relocated = dryRun ? store.relocatable(source, target) : store.relocate(source, target);
            print(relocated, new Terminal(spec.commandLine()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    private void print(Relocated relocated, Terminal terminal) {
        String done = dryRun ? "would be relocated" : "relocated";
        terminal.print(String.format(Locale.ROOT, "  %-14s%,12d %s", "instances", relocated.instances(), done));
        terminal.print(String.format(Locale.ROOT, "  %-14s%,12d %s", "set aside", relocated.setAside(), done));
    }

    /** A path as the URI under which its files are stored; what has a scheme as it is. */
    private static String uri(String name) throws UsageException {
        if (name.matches("[a-z][a-z0-9+.-]+:.*")) {
            return name;
        }
        try {
            return Path.of(name).toAbsolutePath().normalize().toUri().toString();
        } catch (InvalidPathException e) {
            throw new UsageException("not a path: " + name, e);
        }
    }
}
