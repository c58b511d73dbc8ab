package io.lidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.ingest.header.HeaderKeys;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lidc headers}: one line of JSON a file, see {@link HeaderLines}; exit 0, or 2 where a file cannot be opened. */
@Command(
        name = "headers",
        description = "Prints the header of each file as one line of JSON, in the order of the files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each line has file, status (ok, not-dicom or failed), error, offset, transferSyntax and dataset, which is in"
                    + " the DICOM JSON Model (PS3.18 annex F); null where one does not apply. Binary values of more than"
                    + " 64 bytes are left out: bulk has the JSON Pointer and the length in bytes of each. An odd header"
                    + " has warnings.",
            "",
            "Exit codes: 0, each file could be opened, whatever is in it; 2, wrong usage, or a file is missing or cannot"
                    + " be opened (NOT_FOUND, ACCESS_DENIED, IO_ERROR in its line). The settings header.* apply."
        })
public final class HeadersCommand implements Callable<Integer> {
    private final InputStream input;
    private final OutputStream output;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--files-from",
            paramLabel = "LIST",
            description = "Also reads the files that the lines of LIST name; - is the standard input.")
    private String list;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to read.")
    private List<String> files = List.of();

    /** Reads a list from the standard input where asked to, prints to the standard output. */
    public HeadersCommand() {
        // Not System.out, which keeps quiet about a broken pipe and would have the rest read for nothing.
        this(System.in, new FileOutputStream(FileDescriptor.out));
    }

    HeadersCommand(InputStream input, OutputStream output) {
        this.input = input;
        this.output = output;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageException {
        if (files.isEmpty() && list == null) {
            throw new ParameterException(spec.commandLine(), "Missing: FILE or --files-from LIST");
        }
        HeaderLines lines = new HeaderLines(reader());
        try (BufferedReader listed = openList()) {
            Stream<String> names = Stream.concat(files.stream(), listed.lines().filter(line -> !line.isBlank()));
            InOrder.write(names.iterator(), lines::of, output);
        } catch (IOException e) {
            if (!isBrokenPipe(e)) {
                throw e;
            }
            return ExitCode.OK;
        }
        return exitCode(lines.unopened());
    }

    private int exitCode(long unopened) {
        if (unopened > 0) {
            new Terminal(spec.commandLine())
                    .error("files that could not be opened: " + unopened + "; the error in their lines says why");
        }
        return unopened == 0 ? ExitCode.OK : ExitCode.USAGE;
    }

    private static HeaderReader reader() throws UsageException {
        Settings settings = DatabaseOptions.load(Map.of());
        return new Part10Reader(HeaderKeys.limits(settings), settings.get(HeaderKeys.FALLBACK_CHARACTER_SET));
    }

    private BufferedReader openList() throws IOException {
        if (list == null) {
            return new BufferedReader(new InputStreamReader(InputStream.nullInputStream(), UTF_8));
        }
        if (list.equals("-")) {
            return new BufferedReader(new InputStreamReader(input, UTF_8));
        }
        try {
            return new BufferedReader(new InputStreamReader(Files.newInputStream(Path.of(list)), UTF_8));
        } catch (IOException | InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "Cannot read the list " + list, e);
        }
    }

    /** Whether the reader of the output has gone, as {@code head} does; the message is the operating system's. */
    private static boolean isBrokenPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
