package io.lidc.spark;

import io.lidc.metadata.Deidentification.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a job is told to do.
 *
 * @param inputs URIs of folders and files, in the order in which their objects count as discovered
 * @param output URI of the folder that holds the snapshots
 * @param retryFailed whether objects that an earlier run could not read are read again
 * @param attributes file that names the attributes for {@code extra}; null for none
 * @param privacy what becomes of attributes that tell who a patient is
 * @param privacyKey of the pseudonyms; null for none
 * @param firstRead bytes of an object that are asked for at first
 * @param readers objects that a task reads at a time where they come over a network
 * @param objectsPerTask about how many objects one task reads
 * @param keep snapshots that stay, the new one included
 */
record JobOptions(
        List<String> inputs,
        String output,
        boolean retryFailed,
        String attributes,
        Mode privacy,
        String privacyKey,
        int firstRead,
        int readers,
        int objectsPerTask,
        int keep) {
    static final String USAGE = """
            spark-submit --class io.lidc.spark.HeadersToParquet lidc-spark.jar --input URI... --output URI
              --input URI...          folders, files and archives: file:, s3a:, gs:, abfs:, hdfs:
              --output URI            folder that holds the snapshots
              --retry-failed          read again what could not be read before
              --attributes FILE       names further attributes, see config/attributes.yaml
              --privacy MODE          keep (the default), pseudonymise (key in the environment variable PRIVACY_KEY) or drop
              --first-read-bytes N    bytes of an object that are asked for at first (16384)
              --readers N             objects that a task reads at a time over a network (16)
              --objects-per-task N    about how many objects one task reads (2000)
              --keep N                snapshots that stay, the new one included (2)""";

    private static final int MIN_KEY_LENGTH = 16;

    /** @throws IllegalArgumentException for arguments that make no sense, in words for the person who wrote them */
    static JobOptions of(String[] arguments, String key) {
        Arguments parsed = new Arguments(arguments);
        Mode mode = parsed.mode();
        if (mode == Mode.PSEUDONYMISE && (key == null || key.length() < MIN_KEY_LENGTH)) {
            throw new IllegalArgumentException(
                    "--privacy pseudonymise needs a key of at least " + MIN_KEY_LENGTH + " characters in PRIVACY_KEY");
        }
        if (parsed.inputs.isEmpty() || parsed.output == null) {
            throw new IllegalArgumentException("--input and --output are needed");
        }
        return new JobOptions(
                List.copyOf(parsed.inputs),
                parsed.output,
                parsed.retryFailed,
                parsed.attributes,
                mode,
                mode == Mode.PSEUDONYMISE ? key : null,
                parsed.firstRead,
                parsed.readers,
                parsed.objectsPerTask,
                parsed.keep);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return inputs + " to " + output;
    }

    private static final class Arguments {
        private final List<String> inputs = new ArrayList<>();
        private String output;
        private boolean retryFailed;
        private String attributes;
        private String privacy = "keep";
        private int firstRead = 16 << 10;
        private int readers = 16;
        private int objectsPerTask = 2_000;
        private int keep = 2;

        Arguments(String[] arguments) {
            int next = 0;
            while (next < arguments.length) {
                next = take(arguments, next);
            }
        }

        /** Gives the index of the next one. */
        private int take(String[] arguments, int at) {
            switch (arguments[at]) {
                case "--input" -> {
                    int next = at + 1;
                    while (next < arguments.length && !arguments[next].startsWith("--")) {
                        inputs.add(arguments[next++]);
                    }
                    return next;
                }
                case "--output" -> output = value(arguments, at);
                case "--attributes" -> attributes = value(arguments, at);
                case "--privacy" -> privacy = value(arguments, at);
                case "--first-read-bytes" -> firstRead = number(arguments, at, 256);
                case "--readers" -> readers = number(arguments, at, 1);
                case "--objects-per-task" -> objectsPerTask = number(arguments, at, 1);
                case "--keep" -> keep = number(arguments, at, 1);
                case "--retry-failed" -> {
                    retryFailed = true;
                    return at + 1;
                }
                default -> throw new IllegalArgumentException("unknown: " + arguments[at]);
            }
            return at + 2;
        }

        private Mode mode() {
            try {
                return Mode.valueOf(privacy.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--privacy is keep, pseudonymise or drop", e);
            }
        }

        private static String value(String[] arguments, int at) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " needs a value");
            }
            return arguments[at + 1];
        }

        private static int number(String[] arguments, int at, int min) {
            try {
                int number = Integer.parseInt(value(arguments, at));
                if (number >= min) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(arguments[at] + " needs a number", e);
            }
            throw new IllegalArgumentException(arguments[at] + " is at least " + min);
        }
    }
}
