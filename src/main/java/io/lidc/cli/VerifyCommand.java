package io.lidc.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.UsageException;
import io.lidc.manifest.Difference;
import io.lidc.manifest.Difference.Kind;
import io.lidc.manifest.ManifestCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lidc verify}: a database against the manifest of a run. */
@Command(
        name = "verify",
        description = "Compares what the database holds with the manifest of a run, of this database or of another one:"
                + " equal where both have the same headers under the same UIDs. Exit code 4 where they differ.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MANIFEST", description = "JSON file that a run has left in outputs/runs")
    private Path manifest;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "Ed25519 public key as PEM; the manifest must be signed with its private half")
    private Path publicKey;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "instances that are listed at the most; ${DEFAULT-VALUE} unless given")
    private int limit;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    /** What the comparison came to, as JSON. */
    @JsonPropertyOrder({"equal", "expected", "held", "sha256", "counts", "differences"})
    record Document(
            boolean equal,
            long expected,
            long held,
            String sha256,
            Map<Kind, Long> counts,
            List<Difference> differences) {}

    @Override
    public Integer call() throws Exception {
        ManifestCheck check = ManifestCheck.of(manifest);
        if (publicKey != null && !check.isSignedBy(publicKey)) {
            throw new UsageException("the manifest " + manifest + " is not signed with the key of " + publicKey);
        }
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(database.settings())) {
            ManifestCheck.Result result = check.against(dataSource, limit);
            print(result, check, output.terminal());
            if (output.json()) {
                output.print(new Document(
                        result.equal(),
                        result.expected(),
                        result.held(),
                        result.sha256(),
                        result.counts(),
                        result.listed()));
            }
            return result.equal() ? ExitCode.OK : ExitCode.DIFFERENT;
        }
    }

    private static void print(ManifestCheck.Result result, ManifestCheck check, Terminal terminal) {
        if (result.equal()) {
            print(terminal, "equal: %,d instances, SHA-256 %s", result.held(), result.sha256());
            return;
        }
        print(
                terminal,
                "different: the manifest has %,d instances, the database %,d",
                result.expected(),
                result.held());
        if (!result.isDetailed()) {
            terminal.error(check.list() + " is not there, which would tell the instances");
        }
        result.counts().forEach((kind, count) -> print(terminal, "  %,12d %s", count, kind.words()));
        result.listed()
                .forEach(difference -> print(
                        terminal,
                        "%s %s%s",
                        difference.sopInstanceUid(),
                        difference.kind().words(),
                        difference.location() == null ? "" : ", " + difference.location()));
    }

    private static void print(Terminal terminal, String format, Object... values) {
        terminal.print(String.format(Locale.ROOT, format, values));
    }
}
