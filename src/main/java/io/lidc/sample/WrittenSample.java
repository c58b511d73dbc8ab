package io.lidc.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * What a sample holds.
 *
 * @param files all regular files, the troubled ones included
 * @param instances valid files that each hold an instance of its own; copies and conflicts do not count
 * @param troubles what is wrong on purpose
 * @param leftOut troubles that the file system cannot hold, each a sentence
 */
public record WrittenSample(Path directory, int files, int instances, List<Trouble> troubles, List<String> leftOut) {

    /** Keeps copies of the lists. */
    public WrittenSample {
        troubles = List.copyOf(troubles);
        leftOut = List.copyOf(leftOut);
    }
}
