package io.lidc.cli;

import io.lidc.config.UsageException;
import java.io.PrintWriter;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;
import java.util.List;
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
        versionProvider = Version.class)
public final class Lidc implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
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
            DeidentifyCommand.class);

    @Spec
    private CommandSpec spec;

    /**
     * The command line that arguments are for, ready to execute: with the command that they start with, as reading the options of
     * all commands takes longer than many a command; with all, where they start with none.
     */
    public static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Lidc());
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && nameOf(command).equals(arguments[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        return line.setExecutionExceptionHandler(Lidc::report).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
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
        if (LoggerFactory.getLogger(Lidc.class).isDebugEnabled()) {
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
