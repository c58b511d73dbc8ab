package io.lidc.cli;

import io.lidc.config.UsageException;
import java.io.PrintWriter;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code lidc}, which only holds the others. */
@Command(
        name = "lidc",
        description = "Turns DICOM files into a metadata database.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            SampleCommand.class,
            DownloadCommand.class,
            IngestCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            HeadersCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            BackfillCommand.class,
            AlertCommand.class,
            RelocateCommand.class,
            DeidentifyCommand.class
        })
public final class Lidc implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lidc.class);

    @Spec
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Lidc())
                .setExecutionExceptionHandler(Lidc::report)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The version of the program; {@code dev} where it does not run from a jar. */
    public static String version() {
        String version = Lidc.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    private static int report(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof UsageException) {
            err.println("lidc: " + exception.getMessage());
            return ExitCode.USAGE;
        }
        if (exception instanceof SQLTransientException) {
            err.println(
                    "lidc: " + exception.getMessage() + "; what was stored stays, and the next run goes on from here");
            return ExitCode.INTERNAL_ERROR;
        }
        if (exception instanceof SQLNonTransientException) {
            err.println("lidc: " + exception.getMessage());
            return ExitCode.INTERNAL_ERROR;
        }
        err.println("lidc: " + rootOf(exception));
        if (LOG.isDebugEnabled()) {
            exception.printStackTrace(err);
        } else {
            err.println("lidc: LOG_LEVEL=DEBUG shows where it happened");
        }
        return ExitCode.INTERNAL_ERROR;
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
