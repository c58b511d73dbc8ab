package io.lidc.cli;

import java.io.PrintWriter;
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
            IngestCommand.class,
            RunCommand.class,
            StatusCommand.class
        })
public final class Lidc implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Lidc())
                .setExecutionExceptionHandler(Lidc::report)
                .setCaseInsensitiveEnumValuesAllowed(true);
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
        err.println("lidc: " + StartFailure.describe(exception));
        exception.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR;
    }
}
