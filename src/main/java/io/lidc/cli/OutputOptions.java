package io.lidc.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.lidc.cli.progress.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of commands that scripts call. */
final class OutputOptions {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--json", description = "print one JSON document in the place of the answer")
    private boolean json;

    @Option(names = "--quiet", description = "show no answer and no progress, errors only")
    private boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    /** Where the command speaks to a person, as far as these options let it. */
    Terminal terminal() {
        Terminal terminal = new Terminal(mixee.commandLine());
        if (quiet) {
            return terminal.quiet();
        }
        return json ? terminal.withoutAnswer() : terminal;
    }

    /** Whether a JSON document is asked for. */
    boolean json() {
        return json;
    }

    /** Prints a record as the JSON document that is asked for. */
    void print(Object document) throws IOException {
        PrintWriter out = mixee.commandLine().getOut();
        out.println(JSON.writeValueAsString(document));
        out.flush();
    }
}
