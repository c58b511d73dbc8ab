package io.lidc.source;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** From the words of a command line to a source. */
public final class SourceFactory {

    /**
     * The source that a folder's or a file's path names.
     *
     * @throws FileNotFoundException when there is no such source, in words for the person who named it
     */
    public Source create(String source) throws FileNotFoundException {
        try {
            Path path = Path.of(source);
            if (Files.exists(path)) {
                return new FolderSource(path);
            }
        } catch (InvalidPathException e) {
            throw new FileNotFoundException("not a path: " + source);
        }
        throw new FileNotFoundException("no such folder or file: " + source);
    }
}
