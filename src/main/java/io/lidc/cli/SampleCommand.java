package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.UsageException;
import io.lidc.sample.SampleTree;
import io.lidc.sample.Trouble;
import io.lidc.sample.WrittenSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lidc sample}: a tree to try the program on. */
@Command(
        name = "sample",
        description = "Writes a small synthetic LIDC-like tree, with a few broken files on purpose.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "an empty or missing folder, or an earlier sample")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException {
        write(directory, new Terminal(spec.commandLine()));
        return ExitCode.OK;
    }

    static void write(Path directory, Terminal terminal) throws UsageException {
        try {
            WrittenSample sample = SampleTree.write(directory);
            terminal.print(sample.files() + " files, " + sample.instances() + " sound instances among them, in "
                    + sample.directory());
            terminal.print("Trouble, on purpose:");
            for (Trouble trouble : sample.troubles()) {
                terminal.print(String.format("  %-22s %s", trouble.kind(), trouble.path()));
            }
            sample.leftOut().forEach(reason -> terminal.print("  left out: " + reason));
        } catch (IOException e) {
            throw new UsageException("cannot write the sample: " + e.getMessage(), e);
        }
    }
}
