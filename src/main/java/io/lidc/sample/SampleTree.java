package io.lidc.sample;

import io.lidc.sample.TroubleFiles.TroubleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the sample: a tree of patients, studies and series like that of LIDC-IDRI, and beside it a few files that are
 * wrong on purpose. The same bytes come out of every run.
 */
public final class SampleTree {
    private SampleTree() {}

    /**
     * Writes the sample into a directory, which it makes if need be. Over an earlier sample it restores what was changed
     * or lost and leaves alone the files that are as they should be.
     *
     * @throws java.nio.file.FileSystemException when the path is no directory, or one that holds anything else than a
     *     sample; nothing is written then
     * @throws IOException when the directory cannot be read or written
     */
    public static WrittenSample write(Path directory) throws IOException {
        List<TroubleFile> troubleFiles = TroubleFiles.of(Contents.SERIES.get(0));
        SampleDirectory target = SampleDirectory.claim(directory, paths(troubleFiles));

        int instances = writeInstances(target);
        List<Trouble> troubles =
                Contents.SERIES.stream().flatMap(SliceTroubles::of).collect(Collectors.toCollection(ArrayList::new));
        List<String> leftOut = new ArrayList<>();
        int files = instances;
        for (TroubleFile file : troubleFiles) {
            if (writeTrouble(target, file)) {
                troubles.add(file.trouble());
                files++;
            } else {
                leftOut.add(file.trouble().path() + ": this file system keeps no file from being read");
            }
        }
        return new WrittenSample(directory, files, instances, troubles, leftOut);
    }

    private static Set<String> paths(List<TroubleFile> troubleFiles) {
        Stream<String> instances = Contents.SERIES.stream()
                .flatMap(series -> series.instanceNumbers().stream().map(series::path));
        Stream<String> troubles =
                troubleFiles.stream().map(file -> file.trouble().path());
        return Stream.concat(instances, troubles).collect(Collectors.toUnmodifiableSet());
    }

    private static int writeInstances(SampleDirectory target) throws IOException {
        int instances = 0;
        for (SampleSeries series : Contents.SERIES) {
            for (int number : series.instanceNumbers()) {
                target.write(series.path(number), series.file(number).bytes());
                instances++;
            }
        }
        return instances;
    }

    private static boolean writeTrouble(SampleDirectory target, TroubleFile file) throws IOException {
        if (file.trouble().kind() == Trouble.Kind.UNREADABLE) {
            return target.writeUnreadable(file.trouble().path(), file.bytes());
        }
        target.write(file.trouble().path(), file.bytes());
        return true;
    }
}
