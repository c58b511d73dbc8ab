package io.lidc.source.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Counts what {@link FolderWalk} would list, at a fraction of its cost: a folder of most file systems has two links more than it has
 * sub-folders (The Open Group Base Specifications, {@code st_nlink}), so that once those are found the rest need no look. A link counts
 * as one object, wherever it leads.
 */
final class FolderCount {
    private static final int LINKS_WITHOUT_SUB_FOLDERS = 2;

    private final Predicate<String> countable;
    private final Deque<Path> folders = new ArrayDeque<>();
    private long count;

    /** @param countable whether a file of this URI can be counted */
    FolderCount(Predicate<String> countable) {
        this.countable = countable;
    }

    /** Empty where something is not countable. */
    OptionalLong below(Path root) {
        if (!Files.isDirectory(root)) {
            return countable.test(FileUri.of("", root)) ? OptionalLong.of(1) : OptionalLong.empty();
        }
        folders.push(root);
        while (!folders.isEmpty()) {
            if (!countIn(folders.pop())) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(count);
    }

    private boolean countIn(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            int subFolders = subFolders(folder);
            for (Path entry : entries) {
                if (subFolders != 0 && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    subFolders--;
                    enter(entry);
                } else if (countable.test(entry.getFileName().toString())) {
                    count++;
                } else {
                    return false;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // One that cannot be listed is listed itself, as an object that is unavailable.
            count++;
        }
        return true;
    }

    private void enter(Path folder) {
        if (!folder.endsWith(FolderSource.INCOMPLETE)) {
            folders.push(folder);
        }
    }

    /** Negative where the file system does not tell. */
    private static int subFolders(Path folder) throws IOException {
        try {
            return (Integer) Files.getAttribute(folder, "unix:nlink") - LINKS_WITHOUT_SUB_FOLDERS;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return -1;
        }
    }
}
